package dev.whistle.casefile;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one case is found by: pairs of characters of its matter and of its compound's name, and the number that another
 * system gave it, whole.
 */
record CaseTerms(
        String caseNo,
        OffsetDateTime openedAt,
        String title,
        @Nullable String compoundName,
        @Nullable String externalNo) {

    /** A row for each; see {@link #rows}. */
    static final String INSERT = "insert into whistle.case_term (term, opened_at, case_no) values (?, ?, ?)";

    /** Stands before what is looked up whole, which no pair of letters begins with. */
    private static final String WHOLE = "=";

    static CaseTerms of(CaseFile file, @Nullable String compoundName, ZoneId zone) {
        return new CaseTerms(
                file.caseNo(),
                file.openedAt().atZone(zone).toOffsetDateTime(),
                file.title(),
                compoundName,
                file.externalNo());
    }

    static String whole(SearchText text) {
        return WHOLE + text.plain();
    }

    /** The text that must have all that was asked for: the matter and the compound, which a word does not cross. */
    static String text(String title, @Nullable String compoundName) {
        return new SearchText(title).plain() + "\n"
                + (compoundName == null ? "" : new SearchText(compoundName).plain());
    }

    List<Object[]> rows() {
        return terms().stream()
                .map(term -> new Object[] {term, openedAt, caseNo})
                .toList();
    }

    private Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        Stream.of(title, compoundName)
                .flatMap(Stream::ofNullable)
                .map(SearchText::new)
                .map(SearchText::pairs)
                .forEach(terms::addAll);
        Stream.ofNullable(externalNo).map(SearchText::new).map(CaseTerms::whole).forEach(terms::add);
        return terms;
    }
}
