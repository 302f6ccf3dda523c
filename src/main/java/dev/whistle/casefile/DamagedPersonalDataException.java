package dev.whistle.casefile;

/** A stored ciphertext does not open: it was changed, moved from another party or field, or cut off. */
public class DamagedPersonalDataException extends RuntimeException {

    DamagedPersonalDataException(String party, Throwable cause) {
        super("当事人" + party + "的个人信息已损坏或被改动，无法解密", cause);
    }
}
