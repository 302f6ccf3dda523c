package dev.whistle.document;

import java.util.Arrays;

/** How a letter is handed over; forms and models call it by its code. */
public enum ServiceWay {
    IN_PERSON("in-person", "当面送达"),
    POST("post", "邮寄送达"),
    ELECTRONIC("electronic", "电子送达"),
    LEFT("left", "留置送达"),
    POSTED_UP("posted-up", "张贴送达");

    private final String code;
    private final String label;

    ServiceWay(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException if no way has this code: a fault of the model's */
    static ServiceWay of(String code) {
        return Arrays.stream(values())
                .filter(way -> way.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no way of service is called " + code));
    }
}
