package dev.whistle.procedure.companyexit;

import dev.whistle.organisation.Compound;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compounds as letters and forms list them. */
final class CompoundList {

    private CompoundList() {}

    /** One to a line, with class and address; empty where there are none. */
    static Optional<String> of(List<Compound> compounds) {
        return Optional.of(IntStream.range(0, compounds.size())
                        .mapToObj(at -> line(at + 1, compounds.get(at)))
                        .collect(Collectors.joining("\n")))
                .filter(it -> !it.isEmpty());
    }

    private static String line(int number, Compound it) {
        return "%d．%s（%s小区，%s）".formatted(number, it.name(), it.kind().label(), it.address());
    }
}
