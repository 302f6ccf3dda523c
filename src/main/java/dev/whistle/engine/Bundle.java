package dev.whistle.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that is deployed together for one procedure: its model, its own tables and its forms, by file name.
 *
 * @param slug the procedure's short name, which is the deployment's name
 */
public record Bundle(String slug, SortedMap<String, byte[]> files) {

    public static Bundle of(String slug, Map<String, byte[]> files) {
        return new Bundle(slug, new TreeMap<>(files));
    }

    boolean sameFilesAs(Bundle other) {
        return files.keySet().equals(other.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), other.files.get(file.getKey())));
    }
}
