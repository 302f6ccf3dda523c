package dev.whistle.register.lists;

import dev.whistle.sheet.Heading;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A project manager's post at a compound. */
@Heading("项目经理")
public record ManagerRow(
        @Heading("证书编号") String licenceNo,
        @Heading("姓名") String name,
        String company,
        @Heading("企业") String companyName,
        String compound,
        @Heading("小区") String compoundName,
        @Heading("任职开始") LocalDate from,
        @Heading("任职结束") @Nullable LocalDate to) {}
