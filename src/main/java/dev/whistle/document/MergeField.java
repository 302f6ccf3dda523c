package dev.whistle.document;

import java.util.List;
import org.docx4j.jaxb.Context;
import org.docx4j.wml.R;
import org.docx4j.wml.Text;
import org.jspecify.annotations.Nullable;

/**
 * A merge field where it stands.
 *
 * @param content what it stands in
 * @param nodes what it is made of, one after the other
 * @param formatted the run whose looks its text takes over
 */
record MergeField(
        String name,
        List<Object> content,
        List<Object> nodes,
        @Nullable R formatted) {

    /** A line of a text begins two characters in, as each paragraph of a letter does. */
    private static final String INDENT = "　　";

    void replaceBy(String text) {
        int at = indexOf(nodes.get(0));
        content.subList(at, at + nodes.size()).clear();
        content.add(at, run(text));
    }

    private int indexOf(Object node) {
        for (int i = 0; i < content.size(); i++) {
            if (WordFile.unwrapped(content.get(i)) == node) {
                return i;
            }
        }
        throw new IllegalStateException("the field " + name + " was filled already");
    }

    private R run(String text) {
        R run = new R();
        if (formatted != null) {
            run.setRPr(formatted.getRPr());
        }
        List<String> lines =
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.getContent().add(Context.getWmlObjectFactory().createBr());
            }
            Text line = new Text();
            line.setSpace("preserve");
            line.setValue(i == 0 ? lines.get(i) : INDENT + lines.get(i));
            run.getContent().add(Context.getWmlObjectFactory().createRT(line));
        }
        return run;
    }
}
