package dev.whistle.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.whistle.casefile.PersonalDataCipher.Field;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a case. Their data is stored encrypted, shown masked and revealed by an act that the timeline tells;
 * whoever calls has checked that the case may be read.
 */
@Component
public class Parties {

    /** The longest name, in characters. */
    public static final int NAME_LENGTH = 100;

    /** The longest address, in characters. */
    public static final int ADDRESS_LENGTH = 200;

    private final JdbcClient db;
    private final PersonalDataCipher cipher;
    private final MatchHash hash;
    private final Timeline timeline;

    /** By case; whoever is put on file makes it read again. */
    private final PerTransaction<Map<String, List<OnFile>>> read = new PerTransaction<>(HashMap::new);

    Parties(JdbcClient db, PersonalDataCipher cipher, MatchHash hash, Timeline timeline) {
        this.db = db;
        this.cipher = cipher;
        this.hash = hash;
        this.timeline = timeline;
    }

    /**
     * Puts a person on file. A case has one person of its own in a role: the same data again returns the id it has.
     *
     * @param details blanks around a value are dropped, a blank value counts as none
     * @return the party's id, which stands wherever the case's data names the person
     * @throws PartyRefusedException if the phone is none, something is too long, or the role is another person's
     */
    @Transactional
    public String add(String caseNo, PartyDetails details) {
        PartyDetails given = checked(details);
        String id = UUID.randomUUID().toString();
        return insert(id, caseNo, null, given) ? id : same(caseNo, given);
    }

    /**
     * Puts the people who play a part in one case on another one's file too, into which it is merged. Who plays it
     * there already is not put there twice.
     */
    @Transactional
    void join(String caseNo, String into, String role) {
        List<Party> there = inClear(into);
        inClear(caseNo).stream()
                .filter(joining -> joining.details().role().equals(role))
                .filter(joining -> there.stream().noneMatch(it -> samePerson(it.details(), joining.details())))
                .forEach(joining -> insert(
                        UUID.randomUUID().toString(),
                        into,
                        joining.mergedFrom() == null ? caseNo : joining.mergedFrom(),
                        joining.details()));
    }

    /** A name alone does not tell two people apart. */
    private static boolean samePerson(PartyDetails one, PartyDetails other) {
        return one.role().equals(other.role())
                && one.name() != null
                && one.name().equals(other.name())
                && (one.phone() != null && one.phone().equals(other.phone())
                        || one.address() != null && one.address().equals(other.address()));
    }

    /**
     * Ids of the people who play this part in the case, its own before those of cases merged into it. Of several with
     * one phone only the first: a person is told once.
     */
    @Transactional(readOnly = true)
    public List<String> toBeTold(String caseNo, String role) {
        Set<String> phones = new HashSet<>();
        return onFile(caseNo).stream()
                .filter(it -> it.role().equals(role))
                .filter(it -> it.phoneHash() == null || phones.add(it.phoneHash()))
                .map(OnFile::id)
                .toList();
    }

    /**
     * Whether this is on file about anybody who plays the part in the case, of its own or merged into it. Nothing is
     * read of it.
     */
    @Transactional(readOnly = true)
    public boolean know(String caseNo, String role, PartyDatum datum) {
        return onFile(caseNo).stream()
                .anyMatch(it -> it.role().equals(role) && it.data().contains(datum));
    }

    /** That somebody is on file, and with what, but not who it is. */
    private record OnFile(String id, String role, @Nullable String phoneHash, Set<PartyDatum> data) {}

    /** The case's own people before those of cases merged into it; a form asks for them, and then a message. */
    private List<OnFile> onFile(String caseNo) {
        return read.get()
                .computeIfAbsent(
                        caseNo,
                        no -> db.sql("""
                        select id, role, phone_hash, name_cipher is not null as named,
                               phone_cipher is not null as phoned, address_cipher is not null as addressed
                        from whistle.party where case_no = ? order by merged_from nulls first""")
                                .param(no)
                                .query((row, n) -> new OnFile(
                                        row.getString("id"),
                                        row.getString("role"),
                                        row.getString("phone_hash"),
                                        data(row)))
                                .list());
    }

    private static Set<PartyDatum> data(ResultSet row) throws SQLException {
        Set<PartyDatum> data = EnumSet.noneOf(PartyDatum.class);
        if (row.getBoolean("named")) {
            data.add(PartyDatum.NAME);
        }
        if (row.getBoolean("phoned")) {
            data.add(PartyDatum.PHONE);
        }
        if (row.getBoolean("addressed")) {
            data.add(PartyDatum.ADDRESS);
        }
        return data;
    }

    /** The people of a case, masked, in the order of their roles. */
    @Transactional(readOnly = true)
    public List<MaskedParty> of(String caseNo) {
        return inClear(caseNo).stream().map(Parties::masked).toList();
    }

    /**
     * Shows a person's data in clear and writes on the timeline who looked.
     *
     * @throws NotOnFileException if the case has no such party
     */
    @Transactional
    public PartyDetails reveal(String caseNo, String partyId) {
        PartyDetails details = inClear(caseNo).stream()
                .filter(party -> party.id().equals(partyId))
                .map(Party::details)
                .findFirst()
                .orElseThrow(() -> new NotOnFileException(NotOnFileException.What.PARTY, caseNo));
        String role = PartyRole.labelOf(details.role());
        timeline.record(
                caseNo,
                EventKind.REVEALED,
                null,
                "查看" + role + "的个人信息",
                null,
                List.of(new Entry(details.role(), role, null, partyId)));
        return details;
    }

    /**
     * The phone of a person of the case, for the one call that sends a message there. Nobody gets
     * to see it, so the timeline tells of no reading.
     */
    @Transactional(readOnly = true)
    public Optional<Phone> phone(String caseNo, String partyId) {
        return inClear(caseNo).stream()
                .filter(it -> it.id().equals(partyId))
                .flatMap(it -> Stream.ofNullable(it.details().phone()))
                .findFirst()
                .map(Phone::new);
    }

    /**
     * Numbers of the cases that somebody with this phone has a part in, the newest first.
     *
     * @param phone as typed; what is no phone belongs to nobody
     */
    @Transactional(readOnly = true)
    public List<String> casesWithPhone(String phone) {
        return Phone.parse(phone).map(hash::phone).map(this::casesWithHash).orElse(List.of());
    }

    /** What the person of this role is called, for a letter of the case; empty where nobody is known. */
    @Transactional(readOnly = true)
    public Optional<String> nameOf(String caseNo, String role) {
        return inClear(caseNo).stream()
                .map(Party::details)
                .filter(it -> it.role().equals(role))
                .flatMap(it -> Stream.ofNullable(it.name()))
                .findFirst();
    }

    /**
     * A person with the data in clear and the case that was merged into this one with him or her, for the archive and
     * for this class.
     */
    record Party(
            String id,
            @JsonUnwrapped PartyDetails details,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String mergedFrom) {}

    /** The people of a case in clear, of one role the case's own first; whoever shows them writes that down. */
    List<Party> inClear(String caseNo) {
        return db.sql("select * from whistle.party where case_no = ? order by role, merged_from nulls first")
                .param(caseNo)
                .query(this::party)
                .list();
    }

    /** One statement for the usual case: a complaint's life is counted in statements. */
    private boolean insert(String id, String caseNo, @Nullable String mergedFrom, PartyDetails given) {
        read.get().remove(caseNo);
        return db.sql("""
                        insert into whistle.party
                            (id, case_no, role, merged_from, key_id, name_cipher, phone_cipher, address_cipher,
                             phone_hash, person_hash, address_hash)
                        select cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                               cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                               cast(? as varchar), cast(? as varchar), cast(? as varchar)
                        where not exists (
                            select 1 from whistle.party
                            where case_no = ? and role = ? and merged_from is not distinct from cast(? as varchar))""")
                        .params(
                                id,
                                caseNo,
                                given.role(),
                                mergedFrom,
                                cipher.keyId(),
                                encrypted(id, Field.NAME, given.name()),
                                encrypted(id, Field.PHONE, given.phone()),
                                encrypted(id, Field.ADDRESS, given.address()),
                                given.phone() == null ? null : hash.phone(new Phone(given.phone())),
                                hash.person(given.name(), given.address()),
                                given.address() == null ? null : hash.address(given.address()),
                                caseNo,
                                given.role(),
                                mergedFrom)
                        .update()
                == 1;
    }

    private String same(String caseNo, PartyDetails given) {
        return inClear(caseNo).stream()
                .filter(party -> party.mergedFrom() == null && party.details().equals(given))
                .map(Party::id)
                .findFirst()
                .orElseThrow(() -> PartyRefusedException.roleTaken(caseNo, PartyRole.labelOf(given.role())));
    }

    private List<String> casesWithHash(String phoneHash) {
        return db.sql("""
                        select c.case_no from whistle.case_file c
                        where c.case_no in (select p.case_no from whistle.party p where p.phone_hash = ?)
                        order by c.opened_at desc, c.case_no desc""").param(phoneHash).query(String.class).list();
    }

    private static PartyDetails checked(PartyDetails details) {
        String name = text(details.name());
        String phone = text(details.phone());
        String address = text(details.address());
        if (name != null && name.length() > NAME_LENGTH) {
            throw PartyRefusedException.tooLong("姓名", NAME_LENGTH);
        }
        if (address != null && address.length() > ADDRESS_LENGTH) {
            throw PartyRefusedException.tooLong("地址", ADDRESS_LENGTH);
        }
        return new PartyDetails(details.role(), name, phone == null ? null : new Phone(phone).number(), address);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static MaskedParty masked(Party party) {
        PartyDetails details = party.details();
        String name = details.name();
        String phone = details.phone();
        String address = details.address();
        return new MaskedParty(
                party.id(),
                details.role(),
                PartyRole.labelOf(details.role()),
                name == null ? null : Mask.name(name),
                phone == null ? null : new Phone(phone).masked(),
                address == null ? null : Mask.address(address),
                party.mergedFrom());
    }

    private @Nullable String encrypted(String id, Field field, @Nullable String clear) {
        return clear == null ? null : cipher.encrypt(id, field, clear);
    }

    private Party party(ResultSet row, int number) throws SQLException {
        return new Party(
                row.getString("id"),
                new PartyDetails(
                        row.getString("role"),
                        decrypted(row, Field.NAME, "name_cipher"),
                        decrypted(row, Field.PHONE, "phone_cipher"),
                        decrypted(row, Field.ADDRESS, "address_cipher")),
                row.getString("merged_from"));
    }

    private @Nullable String decrypted(ResultSet row, Field field, String column) throws SQLException {
        String stored = row.getString(column);
        return stored == null ? null : cipher.decrypt(row.getString("key_id"), row.getString("id"), field, stored);
    }
}
