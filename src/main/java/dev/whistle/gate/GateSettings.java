package dev.whistle.gate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a bundle may bring.
 *
 * @param maxFile largest file: a model or form is text that people draw, and ours have some ten kilobytes
 */
@ConfigurationProperties("whistle.gate")
record GateSettings(@DefaultValue("1MB") DataSize maxFile) {}
