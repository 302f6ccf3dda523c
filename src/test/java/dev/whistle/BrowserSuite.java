package dev.whistle;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * What is tried in the browser: one of the two halves in which all tests run side by side, each with an application of
 * its own. Their order within a half is the same on every machine, and so is what belongs to which.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages(BrowserSuite.PACKAGE)
class BrowserSuite {

    static final String PACKAGE = "dev.whistle.browser";
}
