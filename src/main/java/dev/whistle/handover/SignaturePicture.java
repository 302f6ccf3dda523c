package dev.whistle.handover;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A signature drawn on a tablet: a small PNG picture with something on it, whatever it says it is. */
final class SignaturePicture {

    /** The largest picture, in bytes. */
    static final int LARGEST = 100 * 1024;

    private static final int WIDEST = 2000;
    private static final int HIGHEST = 1000;
    /** A dot is no signature. */
    private static final int LEAST_INK = 60;

    private static final int OPAQUE = 128;
    private static final int DARK = 3 * 128;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private SignaturePicture() {}

    /** What is wrong with it: the end of a text's key, {@code handover.signature-<this>}. */
    static Optional<String> wrong(String base64) {
        if (base64.length() > LARGEST / 3 * 4 + 4) {
            return Optional.of("large");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Arrays.mismatch(bytes, PNG) == PNG.length ? look(bytes) : Optional.of("type");
        } catch (IllegalArgumentException | IOException | IndexOutOfBoundsException damaged) {
            return Optional.of("type");
        }
    }

    /** Its size is read before it is unpacked: a small file can hold a picture that fills the memory. */
    private static Optional<String> look(byte[] bytes) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > HIGHEST) {
                    return Optional.of("large");
                }
                return ink(reader.read(0)) < LEAST_INK ? Optional.of("empty") : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static int ink(BufferedImage picture) {
        int ink = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int pixel = picture.getRGB(x, y);
                int light = (pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff);
                ink += pixel >>> 24 >= OPAQUE && light < DARK ? 1 : 0;
            }
        }
        return ink;
    }
}
