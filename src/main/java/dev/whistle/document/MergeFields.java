package dev.whistle.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.docx4j.wml.CTSimpleField;
import org.docx4j.wml.ContentAccessor;
import org.docx4j.wml.FldChar;
import org.docx4j.wml.R;
import org.docx4j.wml.STFldCharType;
import org.docx4j.wml.SdtElement;
import org.docx4j.wml.Text;
import org.jspecify.annotations.Nullable;

/**
 * Finds Word's merge fields. docx4j's own mail merge takes away a field that it has no value for; a draft must keep the
 * fields that only the signing can fill.
 */
final class MergeFields {

    /** {@code MERGEFIELD 案件编号 \* MERGEFORMAT}; a name with blanks stands in quotes. */
    private static final Pattern INSTRUCTION =
            Pattern.compile("^\\s*MERGEFIELD\\s+(?:\"([^\"]+)\"|(\\S+)).*", Pattern.DOTALL);

    private final List<MergeField> found = new ArrayList<>();

    private MergeFields() {}

    static List<MergeField> of(List<Object> content) {
        MergeFields fields = new MergeFields();
        fields.gather(content);
        return List.copyOf(fields.found);
    }

    private void gather(List<Object> content) {
        oneThingARun(content);
        for (int i = 0; i < content.size(); i++) {
            Object node = WordFile.unwrapped(content.get(i));
            if (node instanceof CTSimpleField simple) {
                name(simple.getInstr())
                        .ifPresent(name -> found.add(
                                new MergeField(name, content, List.of(simple), firstRun(simple.getContent()))));
            } else if (isMark(node, STFldCharType.BEGIN)) {
                complex(content, i);
            } else if (!(node instanceof R)) {
                children(node).forEach(this::gather);
            }
        }
    }

    private static List<List<Object>> children(Object node) {
        if (node instanceof ContentAccessor holder) {
            return List.of(holder.getContent());
        }
        return node instanceof SdtElement control && control.getSdtContent() != null
                ? List.of(control.getSdtContent().getContent())
                : List.of();
    }

    /** A field of several runs: begin, instruction, separator, what is shown, end. */
    private void complex(List<Object> content, int begin) {
        StringBuilder instruction = new StringBuilder();
        List<Object> nodes = new ArrayList<>();
        R shown = null;
        boolean separated = false;
        for (int i = begin; i < content.size(); i++) {
            Object node = WordFile.unwrapped(content.get(i));
            if (i > begin && isMark(node, STFldCharType.BEGIN)) {
                return; // a field inside a field is none of ours
            }
            nodes.add(node);
            if (isMark(node, STFldCharType.SEPARATE)) {
                separated = true;
            } else if (isMark(node, STFldCharType.END)) {
                R formatted = shown == null ? (R) nodes.get(0) : shown;
                name(instruction.toString())
                        .ifPresent(name -> found.add(new MergeField(name, content, List.copyOf(nodes), formatted)));
                return;
            } else if (!separated) {
                instruction.append(instruction(node));
            } else if (shown == null && node instanceof R run) {
                shown = run;
            }
        }
    }

    /** Some programs put several parts of a field into one run. */
    private static void oneThingARun(List<Object> content) {
        for (int i = content.size() - 1; i >= 0; i--) {
            if (content.get(i) instanceof R run && run.getContent().size() > 1 && holdsPartOfField(run)) {
                List<Object> runs = new ArrayList<>();
                for (Object part : run.getContent()) {
                    R single = new R();
                    single.setRPr(run.getRPr());
                    single.getContent().add(part);
                    runs.add(single);
                }
                content.remove(i);
                content.addAll(i, runs);
            }
        }
    }

    private static boolean holdsPartOfField(R run) {
        return run.getContent().stream().map(WordFile::unwrapped).anyMatch(FldChar.class::isInstance);
    }

    private static boolean isMark(Object node, STFldCharType type) {
        return node instanceof R run
                && run.getContent().stream()
                        .map(WordFile::unwrapped)
                        .anyMatch(it -> it instanceof FldChar mark && mark.getFldCharType() == type);
    }

    private static String instruction(Object node) {
        StringBuilder text = new StringBuilder();
        if (node instanceof R run) {
            run.getContent().stream()
                    .map(WordFile::unwrapped)
                    .filter(Text.class::isInstance)
                    .forEach(it -> text.append(((Text) it).getValue()));
        }
        return text.toString();
    }

    private static Optional<String> name(@Nullable String instruction) {
        Matcher matcher = INSTRUCTION.matcher(instruction == null ? "" : instruction);
        return matcher.matches()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    private static @Nullable R firstRun(List<Object> content) {
        return content.stream()
                .map(WordFile::unwrapped)
                .filter(R.class::isInstance)
                .map(R.class::cast)
                .findFirst()
                .orElse(null);
    }
}
