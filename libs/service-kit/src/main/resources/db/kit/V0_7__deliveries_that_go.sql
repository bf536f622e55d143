-- A delivery goes when its subscriber has had it, so that the table holds what is on its way alone: two indexes find all
-- that is asked for there, where four were written for each delivery.
drop index outbox_delivery_due;
drop index outbox_delivery_oldest;
-- The version before goes on marking deliveries beside this one; what it marks goes with its event.
delete from outbox_delivery where state = 'DELIVERED';

-- One statement writes an event with its deliveries, and one removes it when none is left. To have the event looked up and
-- locked for each delivery cost more than to write the delivery.
alter table outbox_delivery drop constraint outbox_delivery_position_fkey;
