package dev.whistle;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Servers often run without a locale; Java then prints every Chinese character as a question mark. */
final class ConsoleEncoding {

    private ConsoleEncoding() {}

    static void readableInChinese() {
        if (!Charset.defaultCharset().newEncoder().canEncode('哨')) {
            System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
            System.setProperty("logging.charset.console", "UTF-8");
        }
    }
}
