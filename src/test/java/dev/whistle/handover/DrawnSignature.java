package dev.whistle.handover;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** What somebody draws who signs on a tablet: a PNG picture in Base64. */
public final class DrawnSignature {

    private DrawnSignature() {}

    /** A picture with a stroke on it, or with none. */
    public static String picture(boolean signed) {
        return picture(400, 130, signed);
    }

    public static String picture(int width, int height, boolean signed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        if (signed) {
            pen.setColor(Color.BLACK);
            pen.setStroke(new BasicStroke(4));
            pen.drawLine(20, 20, 180, 110);
        }
        pen.dispose();
        return Base64.getEncoder().encodeToString(png(image));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
