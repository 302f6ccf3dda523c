package dev.whistle.organisation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** Fills a database that has no units yet from the files of an organisation, wholly or not at all. */
@Component
class OrganisationLoader {

    private static final Logger LOG = LoggerFactory.getLogger(OrganisationLoader.class);

    private final OrganisationProperties properties;
    private final ResourceLoader resources;
    private final Units units;
    private final Companies companies;
    private final Compounds compounds;
    private final Responsibilities responsibilities;
    private final Logins logins;
    private final Contacts contacts;
    private final ObjectProvider<FurtherFiles> further;

    OrganisationLoader(
            OrganisationProperties properties,
            ResourceLoader resources,
            Units units,
            Companies companies,
            Compounds compounds,
            Responsibilities responsibilities,
            Logins logins,
            Contacts contacts,
            ObjectProvider<FurtherFiles> further) {
        this.properties = properties;
        this.resources = resources;
        this.units = units;
        this.companies = companies;
        this.compounds = compounds;
        this.responsibilities = responsibilities;
        this.logins = logins;
        this.contacts = contacts;
        this.further = further;
    }

    /**
     * Loads the configured organisation into an empty database; does nothing otherwise. Called within a transaction.
     *
     * @throws BadOrganisationException if the files cannot be used
     */
    void fillIfEmpty() {
        if (units.all().isEmpty()) {
            properties
                    .folder()
                    .ifPresentOrElse(this::load, () -> LOG.warn("系统里还没有任何单位：请在 whistle.organisation 中指定机构数据文件夹后重新启动"));
        }
    }

    private void load(String folder) {
        Organisation organisation = OrganisationFiles.read(resources, folder, properties.demo());
        organisation.units().forEach(units::add);
        organisation.companies().forEach(companies::add);
        organisation.compounds().forEach(this::add);
        organisation.logins().forEach(this::add);
        organisation.contacts().forEach(it -> contacts.enter(it, null));
        further.forEach(it -> it.load(folder));
        LOG.info(
                "已导入机构数据：{} 个单位，{} 个小区，{} 名用户",
                organisation.units().size(),
                organisation.compounds().size(),
                organisation.logins().size());
    }

    /** Whoever runs it has done so since before there were records; the registers say more as they are filled. */
    private void add(Compound compound) {
        compounds.add(compound);
        responsibilities.pass(
                Responsibility.beginning(
                        compound.id(),
                        Responsibility.BEFORE_RECORDS,
                        compound.company() == null ? Basis.BASIC_SERVICE : Basis.CONTRACT,
                        compound.company() == null ? compound.community() : compound.company(),
                        null),
                null);
        compounds.setManaged(compound.id(), compound.managed());
    }

    private void add(Login login) {
        if (login.unit() == null) {
            logins.addDesigner(login);
        } else {
            logins.add(login, units.get(login.unit()));
        }
    }
}
