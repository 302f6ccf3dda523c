-- What the model has put on a case's file: a step files once on each occasion. What was filed stands on the timeline.
create table whistle.filed (
    case_no  varchar(20)  not null references whistle.case_file (case_no),
    element  varchar(100) not null,
    occasion varchar(200) not null,
    primary key (case_no, element, occasion)
);
