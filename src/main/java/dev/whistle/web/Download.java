package dev.whistle.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file on its way to a browser: shown in place only where a browser cannot be made to run it. */
final class Download {

    private static final Set<String> IN_PLACE = Set.of("image/jpeg", "image/png", "image/webp", "application/pdf");

    private Download() {}

    static boolean shownInPlace(String mediaType) {
        return IN_PLACE.contains(mediaType);
    }

    static ResponseEntity<byte[]> of(String name, String mediaType, byte[] content) {
        ContentDisposition disposition = (shownInPlace(mediaType)
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noStore()) // every reading is asked for, checked and logged
                .contentType(MediaType.parseMediaType(mediaType))
                .body(content);
    }
}
