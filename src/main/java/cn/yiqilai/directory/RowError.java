package cn.yiqilai.directory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a row cannot be taken in.
 *
 * @param row as the sheet shows it, from 1
 * @param field name of the column; empty when it is about the whole row
 */
@Schema(name = "DirectoryRowError")
public record RowError(int row, String field, String message) {}
