package dev.whistle.casefile;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the administrator what to set, instead of a stack trace. */
class PersonalDataKeyFailure extends AbstractFailureAnalyzer<PersonalDataKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PersonalDataKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "设置 whistle.personal-data.key-id、whistle.personal-data.keys.<编号> 和 whistle.personal-data.match-key。"
                        + "每个密钥是32字节随机数的Base64编码，可用 openssl rand -base64 32 生成。密钥丢失后个人信息无法恢复，请另行妥善备份。",
                cause);
    }
}
