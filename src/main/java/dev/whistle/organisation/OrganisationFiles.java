package dev.whistle.organisation;

import dev.whistle.problem.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Reads the four files of an organisation, and the contact register where there is one. Problems are collected, so that
 * whoever prepared the files can put many right in one go.
 */
final class OrganisationFiles {

    private static final Pattern USER = Pattern.compile("[a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*");

    /** Enough to tell a slip of the keyboard: whether an address exists only its server knows. */
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

    /** The register of JJ.9 may come later, so an organisation need not have it. */
    private static final String CONTACTS = "contacts.csv";

    /** Came later, and is not known of every compound. */
    private static final String AREA = "建筑面积";

    private static final Map<String, String> CONTACT_COLUMNS =
            Map.of("target", "联系对象", "building", "楼栋", "unit", "联系单位", "person", "联系人", "duty", "职务");

    private final boolean passwordsAllowed;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, CsvRow> unitRows = new HashMap<>();
    private final List<Company> companies = new ArrayList<>();
    private final Map<String, Compound> compounds = new LinkedHashMap<>();
    private final Map<String, Login> logins = new LinkedHashMap<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Set<String> creditCodes = new HashSet<>();

    private OrganisationFiles(boolean passwordsAllowed) {
        this.passwordsAllowed = passwordsAllowed;
    }

    /**
     * Reads and checks the files of a folder.
     *
     * @param passwordsAllowed only for a demo: nobody's password belongs into a file
     * @throws BadOrganisationException naming what is wrong
     */
    static Organisation read(ResourceLoader resources, String folder, boolean passwordsAllowed) {
        OrganisationFiles files = new OrganisationFiles(passwordsAllowed);
        files.each(resources, folder + "units.csv", List.of("编号", "类别", "名称", "上级"), files::unit);
        files.each(
                resources,
                folder + "companies.csv",
                List.of("编号", "名称", "上级", "统一社会信用代码", "负责人", "国有"),
                files::company);
        files.refuseIfBad();
        List<Unit> tree = files.tree();
        files.refuseIfBad();
        files.each(
                resources,
                folder + "compounds.csv",
                List.of("编号", "名称", "类别", "有物业", "建成区", "地址", "户数", "镇街", "社区", "物业企业"),
                files::compound);
        files.each(resources, folder + "officers.csv", List.of("用户名", "姓", "名", "单位", "角色", "密码", "邮箱"), files::login);
        if (resources.getResource(folder + CONTACTS).exists()) {
            files.each(
                    resources,
                    folder + CONTACTS,
                    List.of("类别", "联系对象", "楼栋", "联系单位", "联系人", "职务", "开始日期"),
                    files::contact);
        }
        files.refuseIfBad();
        return new Organisation(
                tree,
                files.companies,
                List.copyOf(files.compounds.values()),
                List.copyOf(files.logins.values()),
                List.copyOf(files.contacts));
    }

    /** Between files that build on each other, so that one mistake is not reported again by all that refer to it. */
    private void refuseIfBad() {
        if (!problems.isEmpty()) {
            throw new BadOrganisationException(problems);
        }
    }

    private void each(ResourceLoader resources, String file, List<String> columns, Consumer<CsvRow> take) {
        try {
            for (CsvRow row : CsvFile.read(resources.getResource(file), columns, Set.of(AREA))) {
                attempt(() -> take.accept(row));
            }
        } catch (BadRowException unusable) {
            problems.add(unusable.problem());
        }
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (BadRowException bad) {
            problems.add(bad.problem());
        }
    }

    private void unit(CsvRow row) {
        UnitKind kind = row.choice("类别", UnitKind.values(), UnitKind::label);
        if (kind == UnitKind.COMPANY) {
            throw row.bad("类别", "企业请填在 companies.csv 里");
        }
        add(row, new Unit(row.id("编号"), kind, row.text("名称", 100), parent(row)));
    }

    private void company(CsvRow row) {
        Unit unit = new Unit(row.id("编号"), UnitKind.COMPANY, row.text("名称", 100), parent(row));
        Company company = new Company(unit.id(), row.text("统一社会信用代码", 18), row.text("负责人", 100), row.flag("国有"));
        if (!CreditCode.isOne(company.creditCode())) {
            throw row.bad("统一社会信用代码", "“" + company.creditCode() + "”不是统一社会信用代码，应为 18 位数字和大写字母，最后一位是校验码，请核对");
        }
        if (!creditCodes.add(company.creditCode())) {
            throw row.bad("统一社会信用代码", "与前面的企业重复，请核对");
        }
        add(row, unit);
        companies.add(company);
    }

    private static @Nullable String parent(CsvRow row) {
        return row.optional("上级").isPresent() ? row.id("上级") : null;
    }

    private void add(CsvRow row, Unit unit) {
        if (units.putIfAbsent(unit.id(), unit) != null) {
            throw row.bad("编号", "“" + unit.id() + "”重复，请换一个");
        }
        unitRows.put(unit.id(), row);
    }

    /**
     * Units with parents before children; what is above each is checked only now, because rows may come in any order.
     */
    private List<Unit> tree() {
        Map<String, Unit> placed = new LinkedHashMap<>();
        for (Unit unit : units.values()) {
            attempt(() -> place(unit, placed, new HashSet<>()));
        }
        List<Unit> roots = placed.values().stream().filter(Unit::root).toList();
        if (roots.size() != 1 && problems.isEmpty()) {
            problems.add("units.csv：只能有一个单位不填“上级”，现有 " + roots.size() + " 个，请改正");
        }
        return List.copyOf(placed.values());
    }

    private void place(Unit unit, Map<String, Unit> placed, Set<String> below) {
        CsvRow row = unitRows.get(unit.id());
        if (placed.containsKey(unit.id()) || row == null) {
            return;
        }
        if (!below.add(unit.id())) {
            throw row.bad("上级", "绕回到了本单位，请改正");
        }
        if (unit.parent() != null) {
            Unit parent = units.get(unit.parent());
            if (parent == null) {
                throw row.bad("上级", "没有编号为“" + unit.parent() + "”的单位，请核对 units.csv");
            }
            if (!unit.kind().mayBelongTo(parent.kind())) {
                throw row.bad(
                        "上级", unit.kind().label() + "不能归" + parent.kind().label() + "“" + parent.name() + "”管，请改正");
            }
            place(parent, placed, below);
        }
        placed.put(unit.id(), unit);
    }

    private void compound(CsvRow row) {
        String community = unit(row, "社区", UnitKind.COMMUNITY).id();
        String street = unit(row, "镇街", UnitKind.STREET).id();
        if (!street.equals(unit(row, "社区", UnitKind.COMMUNITY).parent())) {
            throw row.bad("社区", "“" + community + "”不属于“" + street + "”，请核对");
        }
        CompoundClass kind = row.choice("类别", CompoundClass.values(), CompoundClass::label);
        boolean managed = row.flag("有物业");
        if (!managed && kind != CompoundClass.OLD) {
            throw row.bad("有物业", "只有老旧小区可以填“否”");
        }
        if (managed != row.optional("物业企业").isPresent()) {
            throw row.bad("物业企业", managed ? "不能为空，请填企业编号" : "没有物业的小区不能填企业");
        }
        Compound compound = new Compound(
                row.id("编号"),
                row.text("名称", 100),
                kind,
                managed,
                row.flag("建成区"),
                row.text("地址", 200),
                row.positive("户数"),
                row.optional(AREA).isPresent() ? BigDecimal.valueOf(row.positive(AREA)) : null,
                street,
                community,
                managed ? unit(row, "物业企业", UnitKind.COMPANY).id() : null);
        if (compounds.putIfAbsent(compound.id(), compound) != null) {
            throw row.bad("编号", "“" + compound.id() + "”重复，请换一个");
        }
    }

    private void login(CsvRow row) {
        Role role = row.choice("角色", Role.values(), Role::label);
        String unit = role == Role.DESIGNER ? noUnit(row) : row.id("单位");
        if (unit != null && !units.containsKey(unit)) {
            throw row.bad("单位", "没有编号为“" + unit + "”的单位，请核对 units.csv 和 companies.csv");
        }
        String password = row.optional("密码").orElse(null);
        if (password != null && !passwordsAllowed) {
            throw row.bad("密码", "请留空；密码由管理员在系统里设置，不写进文件");
        }
        Login login = new Login(
                row.matching("用户名", USER, "不能作用户名，请只用字母、数字、连字符和点"),
                row.text("姓", 50),
                row.text("名", 50),
                unit,
                role,
                row.optional("邮箱").isPresent() ? row.matching("邮箱", MAIL, "不是电子邮箱地址，请核对；没有的请留空") : null,
                password);
        if (logins.putIfAbsent(login.user(), login) != null) {
            throw row.bad("用户名", "“" + login.user() + "”重复，请换一个");
        }
    }

    private void contact(CsvRow row) {
        Contact contact = new Contact(
                "",
                row.choice("类别", ContactKind.values(), ContactKind::label),
                row.id("联系对象"),
                row.optional("楼栋").orElse(null),
                row.id("联系单位"),
                row.text("联系人", 50),
                row.text("职务", 50),
                day(row),
                null);
        new ContactRules(id -> Optional.ofNullable(units.get(id)), id -> Optional.ofNullable(compounds.get(id)))
                .check(contact).stream().findFirst().ifPresent(it -> {
                    throw row.bad(
                            CONTACT_COLUMNS.getOrDefault(it.field(), it.field()),
                            Texts.text(Locale.SIMPLIFIED_CHINESE, it));
                });
        if (contacts.stream().anyMatch(contact::same)) {
            throw row.bad("联系人", "与前面重复，请核对");
        }
        contacts.add(contact);
    }

    private static LocalDate day(CsvRow row) {
        try {
            return LocalDate.parse(row.text("开始日期", 10));
        } catch (DateTimeParseException unreadable) {
            throw row.bad("开始日期", "不是日期，应写成 2026-01-01 的形式");
        }
    }

    private static @Nullable String noUnit(CsvRow row) {
        if (row.optional("单位").isPresent()) {
            throw row.bad("单位", "设计人员不属于任何单位，看不到案件，请留空；还要办案的，另给一个用户名");
        }
        return null;
    }

    private Unit unit(CsvRow row, String column, UnitKind kind) {
        Unit unit = units.get(row.id(column));
        if (unit == null || unit.kind() != kind) {
            throw row.bad(column, "没有编号为“" + row.id(column) + "”的" + kind.label() + "，请核对");
        }
        return unit;
    }
}
