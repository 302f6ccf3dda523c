package dev.whistle.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What an expression of a model asks for, read by the engine's own parser: a pattern could be talked round.
 *
 * @param calls methods that it calls on a bean
 * @param variables names that stand for themselves, and variables asked of the execution
 * @param reaches everything else that reads or calls something, as it is written
 */
record Ask(List<Call> calls, List<String> variables, List<String> reaches) {

    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private static final String EXECUTION = "execution";
    private static final Set<String> FACTS = Set.of("processBusinessKey", "processInstanceId");
    private static final Set<String> VARIABLE = Set.of("getVariable", "hasVariable");

    /** A call of a bean's method. */
    record Call(String bean, String method, int arguments, List<Node> given) {

        /** The argument at this place, if it is a text that is written out. */
        Optional<String> text(int place) {
            return Optional.of(given)
                    .filter(it -> it.size() > place)
                    .map(it -> it.get(place))
                    .flatMap(Ask::text);
        }

        @Override
        public String toString() {
            return bean + "." + method;
        }
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What this text asks for; empty where it is no expression that the engine could read. */
    static Optional<Ask> of(String text) {
        try {
            Ask ask = new Ask(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            ask.visit(PARSER.build(text).getRoot());
            return Optional.of(ask);
        } catch (TreeBuilderException unreadable) {
            return Optional.empty();
        }
    }

    private void visit(Node node) {
        if (node instanceof AstMethod) {
            visitCall(node);
        } else if (node instanceof AstDot) {
            if (!isExecution(node.getChild(0)) || !FACTS.contains(property(node))) {
                reaches.add(written(node));
            }
        } else if (node instanceof AstBracket) {
            reaches.add(written(node));
        } else if (node instanceof AstFunction function) {
            reaches.add(function.getName() + "()");
        } else if (node instanceof AstIdentifier name) {
            if (!name.getName().equals(EXECUTION)) {
                variables.add(name.getName());
            }
        } else {
            children(node).forEach(this::visit);
        }
    }

    private void visitCall(Node call) {
        Node property = call.getChild(0);
        List<Node> given = children(call.getChild(1));
        if (!(property instanceof AstDot) || !(property.getChild(0) instanceof AstIdentifier bean)) {
            reaches.add(written(property) + "()");
        } else if (!bean.getName().equals(EXECUTION)) {
            calls.add(new Call(bean.getName(), property(property), given.size(), given));
        } else if (VARIABLE.contains(property(property))
                && given.size() == 1
                && text(given.get(0)).isPresent()) {
            text(given.get(0)).ifPresent(variables::add);
        } else {
            reaches.add(written(property) + "()");
        }
        given.forEach(this::visit);
    }

    private static boolean isExecution(Node node) {
        return node instanceof AstIdentifier name && name.getName().equals(EXECUTION);
    }

    private static Optional<String> text(Node node) {
        return node instanceof AstString text ? Optional.of(String.valueOf(text.eval(null, null))) : Optional.empty();
    }

    /** The parser tells the name in no other way than {@code . name}. */
    private static String property(Node dot) {
        return dot.toString().replaceFirst("^\\W+", "");
    }

    private static String written(Node node) {
        return node.getCardinality() == 0
                ? node.toString()
                : written(node.getChild(0)) + (node instanceof AstDot ? "." + property(node) : "[]");
    }

    private static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < node.getCardinality(); i++) {
            children.add(node.getChild(i));
        }
        return children;
    }
}
