package dev.whistle;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The other half: every test that does not sit in front of a browser ({@link BrowserSuite}). */
@Suite
@SelectPackages("dev.whistle")
@ExcludePackages(BrowserSuite.PACKAGE)
class BackgroundSuite {}
