package dev.whistle.casefile;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a case takes.
 *
 * @param maxSize of one file; {@code spring.servlet.multipart} must allow as much
 */
@ConfigurationProperties("whistle.attachments")
record AttachmentSettings(@DefaultValue("20MB") DataSize maxSize) {}
