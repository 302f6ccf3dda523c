package dev.whistle.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of an invented district as large as a real one: an office, a hotline, ten departments, fifteen streets of
 * six or seven communities, six hundred compounds and the sixty companies that run them. Twelve compounds are run for the
 * time being.
 */
final class District {

    private static final int STREETS = 15;
    private static final int COMMUNITIES = 100;
    private static final int COMPOUNDS = 600;
    private static final int COMPANIES = 60;
    private static final int INTERIM = 12;

    /** Those that tables of our models name. */
    private static final List<String> DEPARTMENTS = List.of(
            "dept-urban-management,部门,区城管局,district-office",
            "dept-housing,部门,区住建局,district-office",
            "dept-ecology,部门,区生态环境分局,district-office",
            "dept-market,部门,区市监局,district-office",
            "dept-police,部门,公安分局,district-office",
            "dept-fire,部门,消防救援大队,district-office",
            "dept-natural-resources,部门,自然资源和规划分局,district-office",
            "dept-justice,部门,区司法局,district-office",
            "dept-civil-affairs,部门,区民政局,district-office",
            "dept-industry,部门,区经信局,district-office");

    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private District() {}

    /** Address of a folder with the files, as the application reads them at its first start. */
    static String files() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "district"));
            Files.write(folder.resolve("units.csv"), units());
            Files.write(folder.resolve("companies.csv"), companies());
            Files.write(folder.resolve("compounds.csv"), compounds());
            Files.write(folder.resolve("responsibilities.csv"), responsibilities());
            Files.write(folder.resolve("officers.csv"), officers());
            return folder.toUri().toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> units() {
        List<String> rows = new ArrayList<>(
                List.of("编号,类别,名称,上级", "district-office,区办公室,区物业管理工作领导小组办公室,", "hotline,热线,区热线办,district-office"));
        rows.addAll(DEPARTMENTS);
        for (int i = 1; i <= STREETS; i++) {
            rows.add("street-%d,镇街,第%d街道,district-office".formatted(i, i));
        }
        for (int i = 1; i <= COMMUNITIES; i++) {
            rows.add("community-%d,社区,第%d社区,%s".formatted(i, i, street(i)));
        }
        return rows;
    }

    private static List<String> companies() {
        List<String> rows = new ArrayList<>(List.of("编号,名称,上级,统一社会信用代码,负责人,国有"));
        for (int i = 1; i <= COMPANIES; i++) {
            rows.add("company-%d,第%d物业服务有限公司,district-office,%s,王建国,%s"
                    .formatted(i, i, creditCode(i), i == 1 ? "是" : "否"));
        }
        return rows;
    }

    private static List<String> compounds() {
        List<String> rows = new ArrayList<>(List.of("编号,名称,类别,有物业,建成区,地址,户数,镇街,社区,物业企业"));
        for (int i = 1; i <= COMPOUNDS; i++) {
            int community = 1 + (i - 1) % COMMUNITIES;
            rows.add("compound-%03d,第%d小区,商业开发,是,是,第%d街道枫林路%d号,%d,%s,community-%d,%s"
                    .formatted(i, i, streetNumber(community), i, 300 + i, street(community), community, company(i)));
        }
        return rows;
    }

    private static List<String> responsibilities() {
        List<String> rows = new ArrayList<>(List.of("小区,开始日期,依据,管理单位"));
        for (int i = 1; i <= INTERIM; i++) {
            rows.add("compound-%03d,2026-07-01,应急管理委托,%s".formatted(i * 7, company(i * 7)));
        }
        return rows;
    }

    private static List<String> officers() {
        List<String> rows = new ArrayList<>(
                List.of("用户名,姓,名,单位,角色,密码,邮箱", "district,崔,慧,district-office,工作人员,demo,district@jiujiang.example"));
        for (int i = 1; i <= STREETS; i++) {
            rows.add("street-%d-lead,周,敏,street-%d,负责人,demo,street-%d@jiujiang.example".formatted(i, i, i));
        }
        return rows;
    }

    private static int streetNumber(int community) {
        return 1 + (community - 1) % STREETS;
    }

    private static String street(int community) {
        return "street-" + streetNumber(community);
    }

    private static String company(int compound) {
        return "company-" + (1 + compound * 7 % COMPANIES);
    }

    /** With its last character, computed from the others (GB 32100-2015). */
    private static String creditCode(int company) {
        String code = "91340207DEM%06d".formatted(company);
        int sum = 0;
        int weight = 1;
        for (char digit : code.toCharArray()) {
            sum += weight * DIGITS.indexOf(digit);
            weight = weight * 3 % DIGITS.length();
        }
        return code + DIGITS.charAt((DIGITS.length() - sum % DIGITS.length()) % DIGITS.length());
    }
}
