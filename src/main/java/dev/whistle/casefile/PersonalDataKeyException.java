package dev.whistle.casefile;

/** A key of the personal data is missing or unusable; the message names the property, never a key. */
class PersonalDataKeyException extends RuntimeException {

    private PersonalDataKeyException(String message) {
        super(message);
    }

    static PersonalDataKeyException missing(String property) {
        return new PersonalDataKeyException("缺少个人信息密钥：未设置 " + property);
    }

    static PersonalDataKeyException wrong(String property, String why) {
        return new PersonalDataKeyException("个人信息密钥不能用：" + property + " " + why);
    }
}
