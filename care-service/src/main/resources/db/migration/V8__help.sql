-- Articles come from the service's resources at start; the newest version replaces what was there.
create table help_article (
    id text not null,
    language text not null check (language in ('ZH', 'EN')),
    version integer not null check (version > 0),
    title text not null,
    primary key (id, language)
);

create table help_passage (
    article_id text not null,
    language text not null,
    number integer not null check (number > 0),
    heading text not null,
    body text not null,
    -- What the passage can be found by: pairs of Chinese characters, and words of other scripts.
    grams text[] not null,
    primary key (article_id, language, number),
    foreign key (article_id, language) references help_article on delete cascade
);

create index help_passage_grams on help_passage using gin (grams);
