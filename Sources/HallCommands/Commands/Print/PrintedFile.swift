import HallModel
import HallStore
import HallWords

/// A file that a call writes outside of the record: it may replace an older one of the same kind, and
/// nothing else.
struct PrintedFile {
  private let path: String
  private let file: PlainFile

  init(_ path: String, from base: String) {
    self.path = path
    file = PlainFile(path.hasPrefix("/") ? path : base + "/" + path)
  }

  /// - Parameter isOurs: whether an older file is of this kind, so that it may be replaced.
  func write(_ bytes: [UInt8], ifOlderIs isOurs: ([UInt8]) -> Bool) throws(Refusal) {
    let old: [UInt8]?
    do throws(DiskFailure) { old = try file.read()?.bytes } catch { throw failed(error) }
    if let old {
      guard isOurs(old) else {
        throw .refused(
          Phrase(
            zh: "已经有一个「\(path)」，不是 hall 写出的，没有动它",
            en: "'\(path)' is there, and not a file of this kind: it was left alone"),
          hint: Phrase(zh: "换一个文件名：--到 文件", en: "give another name: --to FILE"))
      }
    }
    do throws(DiskFailure) { try file.write(bytes, mode: nil) } catch { throw failed(error) }
  }

  private func failed(_ failure: DiskFailure) -> Refusal {
    .refused(
      Phrase(
        zh: "「\(path)」写不了：\(failure.words.zh)",
        en: "'\(path)' cannot be written: \(failure.words.en)"),
      hint: failure.hint)
  }
}
