-- Why a row of a register got no case, in the words an officer reads. Its content stays, encrypted, so that it can be
-- run again; a failed row without content has been forgotten and cannot.
alter table whistle.complaint_import_row add column reason varchar(400);
create index complaint_import_newest on whistle.complaint_import (imported_at, id);
