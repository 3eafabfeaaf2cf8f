import HallModel
import HallStore
import HallSheets
import HallWords
import HallWork

/// A spreadsheet given by an option.
struct SheetFile {
  /// As UTF-8.
  let bytes: [UInt8]
  let encoding: SheetEncoding
  /// As given in the call.
  let path: String
  /// The program that has read it, if it was a workbook.
  let note: Phrase?

  /// Reads the file; `-` is standard input.
  init(_ path: String, _ invocation: Invocation) throws(Refusal) {
    var raw: [UInt8]
    if path == "-" {
      raw = invocation.context.console.rest()
    } else {
      do throws(StoreFailure) {
        raw = try OutsideFile.bytes(of: path, from: invocation.context.workingDirectory)
      } catch {
        throw .refused(
          Phrase(
            zh: "\(error.path)：\(error.phrase.zh)", en: "\(error.path): \(error.phrase.en)"),
          hint: nil)
      }
    }
    if let workbook = Workbook(raw, path, invocation) {
      let read = try workbook.text()
      (raw, note) = (read.bytes, read.note)
    } else {
      if invocation.call.has(Workbook.sheet) {
        throw .refused(
          Phrase(
            zh: "「\(path)」不是工作簿，只有一张表", en: "'\(path)' is not a workbook and has only one sheet"),
          hint: Phrase(zh: "去掉 --工作表", en: "leave --sheet out"))
      }
      note = nil
    }
    do throws(SheetEncoding.Fault) {
      (bytes, encoding) = try SheetEncoding.text(of: raw)
    } catch {
      throw .refused(
        Phrase(zh: "\(path)：\(error.phrase.zh)", en: "\(path): \(error.phrase.en)"),
        hint: error.hint)
    }
    self.path = path
  }

  var text: SheetText { SheetText(bytes, encoding, at: path, note: note) }
}
