create table opening (door text not null, times int not null);
