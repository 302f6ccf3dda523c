package dev.whistle.casefile;

import org.springframework.stereotype.Component;

/** Encrypts a text as the data of persons is encrypted, for what waits outside a case's file and names people. */
@Component
public class Sealing {

    private final PersonalDataCipher cipher;
    private final MatchHash hash;

    Sealing(PersonalDataCipher cipher, MatchHash hash) {
        this.cipher = cipher;
        this.hash = hash;
    }

    /** @param place id of the place where it waits, in which alone it can be opened */
    public SealedText seal(String place, String clear) {
        return new SealedText(cipher.keyId(), cipher.encrypt(place, PersonalDataCipher.Field.WAITING, clear));
    }

    /**
     * @throws PersonalDataKeyException if the key it was sealed with is not configured
     * @throws DamagedPersonalDataException if it was changed, or sealed for another place
     */
    public String open(String place, SealedText sealed) {
        return cipher.decrypt(sealed.keyId(), place, PersonalDataCipher.Field.WAITING, sealed.content());
    }

    /** The same for the same text wherever it is sealed, and telling nothing of it without the key. */
    public String mark(String clear) {
        return hash.text(clear);
    }
}
