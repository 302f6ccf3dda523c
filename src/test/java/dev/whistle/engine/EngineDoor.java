package dev.whistle.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Forms handed in over HTTP as somebody of the demo district, by Tasklist's way or by a program's. */
record EngineDoor(Http http, String root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EngineDoor rest(int port, String user) {
        return new EngineDoor(Http.program(port, user), "/engine-rest");
    }

    static EngineDoor webapp(int port, String user) {
        return new EngineDoor(Http.browser(port, user), "/camunda/api/engine/engine/default");
    }

    /** A value as Camunda's REST interface takes it; one that is such a map already stays as it is. */
    static Map<String, Object> typed(String type, Object value, Map<String, Object> info) {
        return Map.of("type", type, "value", value, "valueInfo", info);
    }

    Answer startForm(Map<String, Object> form) {
        return post("/process-definition/key/complaint/submit-form", Map.of("variables", variables(form)));
    }

    Answer start(Map<String, Object> form, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("variables", variables(form));
        return post("/process-definition/key/complaint/start", body);
    }

    Answer taskForm(String task, Map<String, Object> form) {
        return post("/task/" + task + "/submit-form", Map.of("variables", variables(form)));
    }

    Answer complete(String task, Map<String, Object> form) {
        return post("/task/" + task + "/complete", Map.of("variables", variables(form)));
    }

    Answer get(String path) {
        return http.get(root + path);
    }

    Answer post(String path, Map<String, Object> body) {
        try {
            return http.post(root + path, JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> variables(Map<String, Object> form) {
        Map<String, Object> variables = new LinkedHashMap<>();
        form.forEach((key, value) -> {
            if (value instanceof Map<?, ?>) {
                variables.put(key, value);
            } else {
                Map<String, Object> plain = new HashMap<>();
                plain.put("value", value);
                variables.put(key, plain);
            }
        });
        return variables;
    }
}
