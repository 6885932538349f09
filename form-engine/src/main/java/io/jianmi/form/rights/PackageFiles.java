package io.jianmi.form.rights;

import io.jianmi.core.file.StoredFile;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.record.SubjectRecords;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts a person's files into her package. For worker threads. */
@Singleton
final class PackageFiles {

    private static final int LONGEST_NAME = 120;

    private final SubjectRecords records;

    PackageFiles(SubjectRecords records) {
        this.records = records;
    }

    /** @return how many there were; what cannot be read is left out, and its record still names it */
    int write(List<StoredFile> attached, ZipOutputStream zip) throws IOException {
        int written = 0;
        for (StoredFile file : attached) {
            Optional<SubjectRecords.Content> content = Waiting.on(records.content(file));
            if (content.isPresent()) {
                zip.putNextEntry(new ZipEntry(name(file, content.get())));
                for (byte[] piece : content.get().bytes().subscribe().asIterable()) {
                    zip.write(piece);
                }
                zip.closeEntry();
                written++;
            }
        }
        return written;
    }

    /** Under its own id, so that two of one name stand side by side; what some file system would read as a path is taken out. */
    private static String name(StoredFile file, SubjectRecords.Content content) {
        String name = content.facts().name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return "files/" + file.id() + "-" + name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
