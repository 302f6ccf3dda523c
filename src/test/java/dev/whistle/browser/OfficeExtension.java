package dev.whistle.browser;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives each test an office, looks afterwards for what browsers complained of, and keeps pictures of a failure. A test
 * of pages that are not the application's takes the bare browser.
 */
class OfficeExtension implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(OfficeExtension.class);
    private static final Path PICTURES = Path.of("target", "browser");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return List.of(Office.class, Browser.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class
                ? chromium(test).browser()
                : test.getStore(NAMESPACE).getOrComputeIfAbsent(Office.class, type -> open(test), Office.class);
    }

    private static Office open(ExtensionContext test) {
        ApplicationContext application = SpringExtension.getApplicationContext(test);
        return new Office(
                chromium(test).browser(),
                application.getEnvironment().getRequiredProperty("local.server.port", int.class));
    }

    private static Chromium chromium(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, type -> Chromium.launch(), Chromium.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Office office = office(test);
        if (office == null) {
            return;
        }
        boolean failed = test.getExecutionException().isPresent();
        try {
            if (!failed) {
                office.assertNoComplaints();
            }
        } catch (AssertionError complaints) {
            failed = true;
            throw complaints;
        } finally {
            if (failed) {
                office.takePictures(
                        PICTURES, test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName());
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Office office = office(test);
        if (office != null) {
            office.close();
        }
    }

    private static Office office(ExtensionContext test) {
        Store store = test.getStore(NAMESPACE);
        return store.get(Office.class, Office.class);
    }
}
