import HallModel
import HallStore
import HallSyntax
import HallWords

/// The message of a commit of the hall: the reasons of its revisions, and their numbers.
struct ShareMessage {
  struct Entry {
    let place: HistoryPlace
    let number: Int
    /// RFC 3339, with the offset.
    let at: String
    let by: String
    let why: String
  }

  let revisions: [Entry]
  private let files: [String]
  /// The hall's: the message belongs to the record.
  private let language: Language

  init(_ revisions: [Entry], files: [String], _ language: Language) {
    (self.revisions, self.files, self.language) = (revisions, files, language)
  }

  /// A subject, a line for each revision, and trailers with ASCII keys: `Hall-Revision: M-2025-008
  /// 3`.
  ///
  /// No line begins with a reason, so that none is taken for a trailer.
  var text: String {
    guard let first = revisions.first else {
      return "hall: " + (files.first ?? "") + (files.count > 1 ? " …" : "")
    }
    let documents = Set(revisions.map(\.place.name)).count
    let count = revisions.count
    let (say, colon) = (language.say, language.say("：", ": "))
    let more =
      documents > 1
      ? say(
        "（共 \(documents) 份文件 \(count) 版）",
        " (\(Language.counted(count, "revision")) of \(documents) documents)")
      : say("（共 \(count) 版）", " (\(Language.counted(count, "revision")))")
    let subject =
      first.place.title + colon + first.why.prefix(120) + (count > 1 ? more : "")
    // One argument of a program may be 128 KB at most.
    let lines = revisions.prefix(100).map {
      "- \($0.place.title) \($0.number) \($0.by.prefix(60))\(colon)\($0.why.prefix(120))"
    }
    let trailers = revisions.prefix(500).map { "Hall-Revision: \($0.place.name) \($0.number)" }
    return subject + "\n\n" + lines.joined(separator: "\n") + "\n\n"
      + trailers.joined(separator: "\n")
  }
}
