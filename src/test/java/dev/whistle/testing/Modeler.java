package dev.whistle.testing;

import dev.whistle.testing.Http.Answer;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Deploys as Camunda Modeler does: a form of several parts, by HTTP Basic. */
public final class Modeler {

    private static final String BOUNDARY = "----modeler";

    private final Http http;

    public Modeler(int port, String user) {
        this.http = Http.program(port, user);
    }

    /** @param files by name, those included in the deployment's window too */
    public Answer deploys(String name, Map<String, byte[]> files) {
        return deploys(name, files, BodyPublishers::ofByteArray);
    }

    public Answer deploys(String name, Map<String, byte[]> files, Function<byte[], BodyPublisher> how) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of("deployment-name", name, "deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true")
                .forEach((field, value) ->
                        part(body, "name=\"%s\"".formatted(field), value.getBytes(StandardCharsets.UTF_8)));
        files.forEach((file, content) -> part(body, "name=\"%1$s\"; filename=\"%1$s\"".formatted(file), content));
        write(body, "--%s--\r\n".formatted(BOUNDARY));
        return http.send(http.request("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(how.apply(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        write(body, "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition));
        body.writeBytes(content);
        write(body, "\r\n");
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
