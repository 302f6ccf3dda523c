package dev.whistle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * A district works on PostgreSQL and a trial on H2, never the other way round: H2 on a server would lose a district's
 * cases, and the trial's settings (demo users, everybody's password) have no place on a server. Decided by the address,
 * before anything is opened.
 */
@Configuration
class DatabaseGuard {

    @Bean
    static BeanPostProcessor databaseFitsProfile(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof DataSourceProperties database) {
                    check(database.getUrl(), environment.acceptsProfiles(Profiles.of("postgres")));
                }
                return bean;
            }
        };
    }

    private static void check(@Nullable String url, boolean production) {
        if (production && (url == null || url.startsWith("${"))) {
            throw new StartRefusedException(
                    "配置 postgres 没有指定数据库。Profile 'postgres' has no database.",
                    "请设置环境变量 SPRING_DATASOURCE_URL（如 jdbc:postgresql://主机:5432/库名）、SPRING_DATASOURCE_USERNAME 和"
                            + " SPRING_DATASOURCE_PASSWORD。Set these three variables.");
        }
        boolean h2 = url == null || url.toLowerCase(Locale.ROOT).contains(":h2:");
        if (production && h2) {
            throw new StartRefusedException(
                    "配置 postgres 不得使用 H2 数据库。Profile 'postgres' refuses an H2 database.",
                    "请把 SPRING_DATASOURCE_URL 改为 PostgreSQL 的地址；只是试用时，不要启用配置 postgres。"
                            + "Point SPRING_DATASOURCE_URL at PostgreSQL, or drop the profile for a trial.");
        }
        if (!production && !h2) {
            throw new StartRefusedException(
                    "使用正式数据库时必须启用配置 postgres。A database other than H2 needs profile 'postgres'.",
                    "请加上 SPRING_PROFILES_ACTIVE=postgres 再启动。Start with SPRING_PROFILES_ACTIVE=postgres.");
        }
    }
}
