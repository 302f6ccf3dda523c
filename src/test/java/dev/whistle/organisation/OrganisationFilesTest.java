package dev.whistle.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

/** A district's own files: what is accepted, and what is said of each mistake. */
class OrganisationFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aSmallDistrict() throws IOException {
        SmallDistrict.write(folder);
    }

    @Test
    void aGoodFolderIsRead() {
        Organisation district = read();
        assertThat(district.units())
                .extracting(Unit::id)
                .containsExactly("district-office", "street-a", "community-a-1", "dept-fire", "company-1");
        assertThat(district.companies()).hasSize(1);
        assertThat(district.compounds()).hasSize(2);
        assertThat(district.logins()).extracting(Login::role).containsExactly(Role.LEAD, Role.OFFICER);
        assertThat(district.logins()).extracting(Login::password).containsOnlyNulls();
        assertThat(district.logins()).extracting(Login::mail).containsExactly("a-lead@a.example", null);
    }

    @Test
    void aSpreadsheetsByteOrderMarkOtherColumnOrderAndEmptyLinesDoNotMatter() throws IOException {
        write(
                "companies.csv",
                "\uFEFF名称,编号,上级,统一社会信用代码,负责人,国有\r\n\r\n甲物业,company-1,district-office,91340207DEM000001D,\"王,某\",否\r\n,,,,,\r\n");
        assertThat(read().companies()).containsExactly(new Company("company-1", "91340207DEM000001D", "王,某", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            units.csv     | street-a,镇街         | Street A,镇街          | units.csv 第 2 行“编号”列：“Street A”不能作编号
            units.csv     | street-a,镇街         | street-a,乡            | units.csv 第 2 行“类别”列：没有“乡”，只能填市办公室、区办公室、热线、镇街、社区、部门、纪检、企业
            units.csv     | 甲街道                |                        | units.csv 第 2 行“名称”列：不能为空
            units.csv     | 消防,district-office  | 消防,nowhere           | units.csv 第 5 行“上级”列：没有编号为“nowhere”的单位
            units.csv     | 一社区,street-a       | 一社区,dept-fire       | units.csv 第 3 行“上级”列：社区不能归部门“消防”管
            units.csv     | dept-fire             | street-a               | units.csv 第 5 行“编号”列：“street-a”重复
            units.csv     | 消防,district-office  | 消防,                  | units.csv：只能有一个单位不填“上级”，现有 2 个
            units.csv     | 消防,district-office  | 消防                   | units.csv：第 5 行有 3 格，应为 4 格
            units.csv     | 编号,类别             | id,类别                | units.csv：表头应为“编号,类别,名称,上级”，现为“id,类别,名称,上级”
            units.csv     | 甲街道                | "甲街道                | units.csv：第
            companies.csv | DEM000001D            | 1                      | companies.csv 第 2 行“统一社会信用代码”列：“913402071”不是统一社会信用代码
            companies.csv | ,否                   | ,不                    | companies.csv 第 2 行“国有”列：只能填“是”或“否”
            compounds.csv | 商业开发,是           | 商业开发,否            | compounds.csv 第 2 行“有物业”列：只有老旧小区可以填“否”
            compounds.csv | ,company-1            | ,                      | compounds.csv 第 2 行“物业企业”列：不能为空
            compounds.csv | ,company-1            | ,company-2             | compounds.csv 第 2 行“物业企业”列：没有编号为“company-2”的企业
            compounds.csv | 300                   | 三百                   | compounds.csv 第 2 行“户数”列：“三百”不是正整数
            compounds.csv | compound-2            | compound-1             | compounds.csv 第 3 行“编号”列：“compound-1”重复
            officers.csv  | street-a,负责人,      | street-a,负责人,secret | officers.csv 第 2 行“密码”列：请留空
            officers.csv  | street-a,负责人       | street-a,领导          | officers.csv 第 2 行“角色”列：没有“领导”，只能填工作人员、负责人
            officers.csv  | street-a,负责人       | street-z,负责人        | officers.csv 第 2 行“单位”列：没有编号为“street-z”的单位
            officers.csv  | a-lead@a.example      | a-lead@a               | officers.csv 第 2 行“邮箱”列：“a-lead@a”不是电子邮箱地址
            officers.csv  | a-lead                | a lead                 | officers.csv 第 2 行“用户名”列：“a lead”不能作用户名
            officers.csv  | a-lead                | a-1                    | officers.csv 第 3 行“用户名”列：“a-1”重复
            """)
    void aMistakeIsNamed(String file, String good, String bad, String said) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(good);
        write(file, text.replaceFirst(good, bad == null ? "" : bad));
        assertThatThrownBy(this::read)
                .isInstanceOf(BadOrganisationException.class)
                .hasMessageContaining("没有导入任何内容")
                .hasMessageContaining(said);
    }

    @Test
    void mistakesAreNamedTogether() throws IOException {
        write("compounds.csv", Files.readString(folder.resolve("compounds.csv")).replace(",300,", ",0,"));
        write("officers.csv", Files.readString(folder.resolve("officers.csv")).replace("负责人", "领导"));
        assertThatThrownBy(this::read)
                .hasMessageContaining("机构数据有 2 处错误")
                .hasMessageContaining("compounds.csv 第 2 行“户数”列")
                .hasMessageContaining("officers.csv 第 2 行“角色”列");
    }

    @Test
    void unitsThatBelongToEachOtherAreRefused() throws IOException {
        write("units.csv", "编号,类别,名称,上级\na,社区,甲,b\nb,社区,乙,a\n");
        assertThatThrownBy(this::read).hasMessageContaining("units.csv 第 2 行“上级”列");
    }

    @Test
    void anotherCharsetIsRefused() throws IOException {
        String units = Files.readString(folder.resolve("units.csv"));
        Files.write(folder.resolve("units.csv"), units.getBytes(Charset.forName("GBK")));
        assertThatThrownBy(this::read).hasMessageContaining("units.csv：不是 UTF-8 编码");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("officers.csv"));
        assertThatThrownBy(this::read).hasMessageContaining("officers.csv：找不到这个文件");
    }

    private Organisation read() {
        return OrganisationFiles.read(
                new DefaultResourceLoader(), folder.toUri().toString(), false);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }

    /** The four files of a district that is just large enough. */
    static final class SmallDistrict {

        private SmallDistrict() {}

        static void write(Path folder) throws IOException {
            file(
                    folder,
                    "units.csv",
                    "编号,类别,名称,上级",
                    "street-a,镇街,甲街道,district-office",
                    "community-a-1,社区,一社区,street-a",
                    "district-office,区办公室,区办公室,",
                    "dept-fire,部门,消防,district-office");
            file(
                    folder,
                    "companies.csv",
                    "编号,名称,上级,统一社会信用代码,负责人,国有",
                    "company-1,甲物业,district-office,91340207DEM000001D,王某,否");
            file(
                    folder,
                    "compounds.csv",
                    "编号,名称,类别,有物业,建成区,地址,户数,镇街,社区,物业企业",
                    "compound-1,甲小区,商业开发,是,是,甲路1号,300,street-a,community-a-1,company-1",
                    "compound-2,乙小区,老旧,否,否,甲路2号,40,street-a,community-a-1,");
            file(
                    folder,
                    "officers.csv",
                    "用户名,姓,名,单位,角色,密码,邮箱",
                    "a-lead,张,伟,street-a,负责人,,a-lead@a.example",
                    "a-1,李,敏,community-a-1,工作人员,,");
        }

        private static void file(Path folder, String name, String... lines) throws IOException {
            Files.write(folder.resolve(name), List.of(lines), StandardCharsets.UTF_8);
        }
    }
}
