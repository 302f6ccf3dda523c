package dev.whistle.gate;

import dev.whistle.engine.Bundle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All bundles side by side as they stand, or as they will after a deployment: the newest of each. Each is read when it
 * is first asked for; a landscape that differs in one bundle reads the others no second time. For one thread.
 */
final class Landscape {

    private final SortedMap<String, Bundle> bundles;
    private final Map<Bundle, Contents> read;
    private final Palette palette;
    private @Nullable Choices choices;
    private @Nullable Map<String, Template> templates;

    private Landscape(SortedMap<String, Bundle> bundles, Map<Bundle, Contents> read, Palette palette) {
        this.bundles = bundles;
        this.read = read;
        this.palette = palette;
    }

    static Landscape of(Collection<Bundle> newest, Palette palette) {
        return of(newest, new HashMap<>(), palette);
    }

    /** @param read what has been read of some of them; what is read now is added */
    static Landscape of(Collection<Bundle> newest, Map<Bundle, Contents> read, Palette palette) {
        SortedMap<String, Bundle> bundles = new TreeMap<>();
        newest.forEach(it -> bundles.put(it.slug(), it));
        return new Landscape(bundles, read, palette);
    }

    /** The same with this bundle in it, in place of an older one if there is one. */
    Landscape with(Contents contents) {
        Bundle bundle = contents.bundle();
        SortedMap<String, Bundle> changed = new TreeMap<>(bundles);
        changed.put(bundle.slug(), bundle);
        read.put(bundle, contents);
        return new Landscape(changed, read, palette);
    }

    boolean has(String slug) {
        return bundles.containsKey(slug);
    }

    List<String> slugs() {
        return List.copyOf(bundles.keySet());
    }

    /** All bundles but one. */
    Stream<Bundle> othersThan(String slug) {
        return bundles.values().stream().filter(it -> !it.slug().equals(slug));
    }

    /** What is in the bundle of this name, which must be there. */
    Contents contents(String slug) {
        return contents(Objects.requireNonNull(bundles.get(slug)));
    }

    /** The bundle that a file of this name is in. */
    Optional<Contents> owner(String file) {
        return bundles.values().stream()
                .filter(it -> it.files().containsKey(file))
                .findFirst()
                .map(this::contents);
    }

    /** The bundle of this name with what stands around it. */
    Surroundings around(String slug) {
        return new Surroundings(contents(slug), this);
    }

    /** The model in this file, wherever it is. */
    Optional<Model> model(String file) {
        return owner(file)
                .flatMap(it -> Optional.ofNullable(it.models().get(file))
                        .map(found -> new Model(file, found, new Surroundings(it, this))));
    }

    /** The file of decisions that has the one of this id. */
    Optional<Contents.Table> tableWith(String decision) {
        return bundles.values().stream()
                .filter(it -> it.files().keySet().stream().anyMatch(name -> name.endsWith(Contents.TABLE)))
                .flatMap(it -> contents(it).tableWith(decision).stream())
                .findFirst();
    }

    Choices choices() {
        Choices known = choices;
        if (known == null) {
            known = Choices.of(file -> owner(file)
                    .flatMap(it -> Optional.ofNullable(it.tables().get(file)))
                    .map(Contents.Table::xml));
            choices = known;
        }
        return known;
    }

    Map<String, Template> templates() {
        Map<String, Template> known = templates;
        if (known == null) {
            known = palette.templates(choices()).stream().collect(Collectors.toMap(Template::id, it -> it));
            templates = known;
        }
        return known;
    }

    /** What cannot be read of a deployed bundle is missing here; it is a finding of that bundle's alone. */
    private Contents contents(Bundle bundle) {
        return read.computeIfAbsent(bundle, it -> Contents.of(it, Long.MAX_VALUE, new Report()));
    }
}
