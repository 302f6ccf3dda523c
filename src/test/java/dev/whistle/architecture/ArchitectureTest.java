package dev.whistle.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.whistle.WhistleApplication;
import dev.whistle.palette.Candidates;

/** How the parts hang together (DESIGN.md, Layout). */
@AnalyzeClasses(packagesOf = WhistleApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A move to another engine of the family stays a rename. */
    @ArchTest
    static final ArchRule theEnginesInsidesAreTheEnginePackagesBusiness = noClasses()
            .that()
            .resideOutsideOfPackage("dev.whistle.engine")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule partsFormNoCycle =
            slices().matching("dev.whistle.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule proceduresDoNotKnowEachOther = slices().matching("dev.whistle.procedure.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingKnowsTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("dev.whistle.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.whistle.web..");

    @ArchTest
    static final ArchRule whatEverybodyUsesUsesNobody = noClasses()
            .that()
            .resideInAnyPackage("dev.whistle.problem..", "dev.whistle.transaction..")
            .should()
            .dependOnClassesThat(ofOursOutsideTheirOwnPackage());

    /** Building blocks, cases and clocks know nothing of the procedures that are made of them. */
    @ArchTest
    static final ArchRule nothingButTheWebKnowsAProcedure = noClasses()
            .that()
            .resideOutsideOfPackages("dev.whistle.procedure..", "dev.whistle.web..", "dev.whistle.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.whistle.procedure..");

    /** The office works without its demo. */
    @ArchTest
    static final ArchRule nothingKnowsTheDemo = noClasses()
            .that()
            .resideOutsideOfPackage("dev.whistle.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.whistle.demo..");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule whatIsPublicIsUsedElsewhere = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .haveModifier(JavaModifier.PUBLIC)
            .and(areNotCalledByAModel())
            .and()
            .doNotImplement("org.glassfish.jersey.internal.spi.AutoDiscoverable")
            .and()
            .areNotAssignableTo(WhistleApplication.class)
            .and()
            .areNotAssignableTo(Throwable.class) // a public method's callers may have to catch it
            .and(haveNoConstants())
            .should(beUsedInAnotherPackage());

    private static DescribedPredicate<JavaClass> ofOursOutsideTheirOwnPackage() {
        return DescribedPredicate.describe(
                "of ours",
                it -> it.getPackageName().startsWith("dev.whistle")
                        && !it.getPackageName().startsWith("dev.whistle.problem")
                        && !it.getPackageName().startsWith("dev.whistle.transaction"));
    }

    /** Expressions of models reach a bean's methods only if its class is public. */
    private static DescribedPredicate<JavaClass> areNotCalledByAModel() {
        return DescribedPredicate.describe(
                "are not called by a model",
                it -> it.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .noneMatch(method -> method.isAnnotatedWith(Candidates.class)
                                || method.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.getSimpleName().equals("DelegateExecution"))));
    }

    /** The compiler copies a constant to where it is used. */
    private static DescribedPredicate<JavaClass> haveNoConstants() {
        return DescribedPredicate.describe(
                "have no constants",
                it -> it.getFields().stream()
                        .noneMatch(field -> field.getModifiers().contains(JavaModifier.PUBLIC)
                                && field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isEquivalentTo(String.class)));
    }

    /** Such as the enum of a public record's component, read by Jackson alone. */
    private static boolean isPartOfARecord(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(it -> it.isRecord() && it.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static ArchCondition<JavaClass> beUsedInAnotherPackage() {
        return new ArchCondition<>("be used in another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(it -> !it.getOriginClass().getPackageName().equals(type.getPackageName()));
                if (!used && !isPartOfARecord(type)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is public and used nowhere outside its package"));
                }
            }
        };
    }
}
