package dev.whistle.gate;

import dev.whistle.engine.Bundle;
import dev.whistle.engine.DeployedBundles;
import dev.whistle.engine.DeploymentGate;
import dev.whistle.problem.FieldError;
import java.lang.ref.SoftReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * All rules for what is deployed, in one place: the engine asks them on every deployment, and the build for our own
 * models. One at a time: what has been read is kept while there is memory, and is for one thread.
 */
@Component
@EnableConfigurationProperties(GateSettings.class)
class Gate implements DeploymentGate {

    private final Rules rules;
    private final Dependents dependents;
    private final Palette palette;
    private final DeployedBundles deployed;
    private final GateSettings settings;
    private SoftReference<Map<Bundle, Contents>> read = new SoftReference<>(new HashMap<>());

    Gate(Rules rules, Dependents dependents, Palette palette, DeployedBundles deployed, GateSettings settings) {
        this.rules = rules;
        this.dependents = dependents;
        this.palette = palette;
        this.deployed = deployed;
        this.settings = settings;
    }

    @Override
    public synchronized List<FieldError> findings(Bundle bundle) {
        Report report = new Report();
        Contents contents = read(bundle, report);
        Landscape before = landscape(deployed.newest());
        Landscape after = before.with(contents);
        rules.check(after.around(bundle.slug()), report);
        dependents.check(before, after, bundle.slug(), report);
        return report.findings();
    }

    @Override
    public synchronized SortedMap<String, List<FieldError>> findingsOfDeployed(Collection<String> passed) {
        Collection<Bundle> newest = deployed.newest();
        Landscape all = landscape(newest);
        Map<String, Report> reports = new TreeMap<>();
        for (Bundle bundle : newest) {
            if (!passed.contains(bundle.slug())) {
                Report report = new Report();
                all = all.with(read(bundle, report));
                reports.put(bundle.slug(), report);
            }
        }
        SortedMap<String, List<FieldError>> findings = new TreeMap<>();
        for (Map.Entry<String, Report> it : reports.entrySet()) {
            rules.check(all.around(it.getKey()), it.getValue());
            if (!it.getValue().findings().isEmpty()) {
                findings.put(it.getKey(), it.getValue().findings());
            }
        }
        return findings;
    }

    private Landscape landscape(Collection<Bundle> newest) {
        Map<Bundle, Contents> known = read.get();
        if (known == null) {
            known = new HashMap<>();
            read = new SoftReference<>(known);
        }
        known.keySet().retainAll(Set.copyOf(newest));
        return Landscape.of(newest, known, palette);
    }

    private Contents read(Bundle bundle, Report report) {
        return Contents.of(bundle, settings.maxFile().toBytes(), report);
    }
}
