package dev.whistle.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a letter may be.
 *
 * @param maxSize of one version
 */
@ConfigurationProperties("whistle.documents")
record DocumentSettings(@DefaultValue("5MB") DataSize maxSize) {}
