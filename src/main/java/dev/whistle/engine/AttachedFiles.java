package dev.whistle.engine;

import dev.whistle.casefile.Attachment;
import dev.whistle.casefile.Attachments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The files of the case that a task is of: a form that needs a paper lets the officer say which file it is. */
@Component
class AttachedFiles implements ReferenceList {

    private final Attachments attachments;

    AttachedFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public String name() {
        return "case-files";
    }

    /** Nothing in a start form: there is no case yet that could have files. */
    @Override
    public List<Option> options(Asker asker) {
        return asker.caseNo() == null
                ? List.of()
                : attachments.of(asker.caseNo()).stream()
                        .map(AttachedFiles::option)
                        .toList();
    }

    @Override
    public Optional<Option> find(String value, Asker asker) {
        return options(asker).stream().filter(it -> it.value().equals(value)).findFirst();
    }

    private static Option option(Attachment file) {
        return new Option(file.id(), file.name());
    }
}
