package dev.whistle.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files an office puts on a case: documents, photos, recordings, short videos. Nothing that a browser or an office
 * program runs: no HTML, SVG, archives or documents with macros.
 */
enum FileType {
    PDF("application/pdf", List.of("pdf"), Set.of("application/pdf")),
    OFD(SniffedType.OFD, List.of("ofd"), Set.of(SniffedType.OFD)),
    WORD(SniffedType.DOCX, List.of("docx"), Set.of(SniffedType.DOCX)),
    EXCEL(SniffedType.XLSX, List.of("xlsx"), Set.of(SniffedType.XLSX)),
    OLD_WORD("application/msword", List.of("doc"), Set.of("application/msword", SniffedType.OLE)),
    OLD_EXCEL("application/vnd.ms-excel", List.of("xls"), Set.of("application/vnd.ms-excel", SniffedType.OLE)),
    TEXT("text/plain", List.of("txt"), Set.of("text/plain")),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG("image/png", List.of("png"), Set.of("image/png")),
    HEIC("image/heic", List.of("heic", "heif"), Set.of("image/heic", "image/heif")),
    MP4("video/mp4", List.of("mp4"), SniffedType.ISO_MEDIA),
    QUICKTIME("video/quicktime", List.of("mov"), Set.of("video/quicktime")),
    MP3("audio/mpeg", List.of("mp3"), Set.of("audio/mpeg")),
    M4A("audio/mp4", List.of("m4a"), SniffedType.ISO_MEDIA),
    WAV("audio/wav", List.of("wav"), Set.of("audio/vnd.wave")),
    AMR("audio/amr", List.of("amr"), Set.of("audio/amr"));

    private final String mediaType;
    private final List<String> extensions;
    private final Set<String> sniffed;

    FileType(String mediaType, List<String> extensions, Set<String> sniffed) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.sniffed = sniffed;
    }

    static Optional<FileType> byExtension(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** For people: pdf、ofd、… */
    static String acceptedExtensions() {
        return Arrays.stream(values()).flatMap(type -> type.extensions.stream()).collect(Collectors.joining("、"));
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a content of this {@link SniffedType} may carry one of this type's extensions. */
    boolean isWhatIsIn(String sniffedType) {
        return sniffed.contains(sniffedType);
    }
}
