-- A company's record counts its complaints of a period.
create index case_file_company on whistle.case_file (company, received_at);
