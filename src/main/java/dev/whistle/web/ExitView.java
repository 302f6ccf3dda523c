package dev.whistle.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.whistle.register.lists.ExitRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compound that a company leaves or has left, with its codes in words. */
record ExitView(
        @JsonUnwrapped ExitRow exit,
        String reasonName,
        String stateName,
        @Nullable String outcomeName) {

    static List<ExitView> of(List<ExitRow> exits) {
        return exits.stream()
                .map(it -> new ExitView(
                        it,
                        CodeName.of("companyexit.reason", it.reason()),
                        CodeName.of("exit.state", it.state()),
                        it.outcome() == null ? null : CodeName.of("exit.outcome", it.outcome())))
                .toList();
    }
}
