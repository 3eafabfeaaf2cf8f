import HallModel
import HallSyntax

/// A file that is almost a document of the hall, but is not read.
package enum MisnamedFile: Check {
  package static let id = "misnamed-file"
  package static let about = Phrase(
    zh:
      "像是会议或问题的文件，却因为文件名或所在文件夹不对没有读取，例如「M-2025-003.MD」「m-2025-002.md」「M-2025-004.md.txt」，或放在了下一层文件夹里。",
    en:
      "A file that looks like a meeting or a matter and is not read for its name or its folder, such"
      + " as 'M-2025-003.MD', 'm-2025-002.md', 'M-2025-004.md.txt', or a document in a subfolder.")

  private static func isTaken(_ near: NearDocument, _ hall: Hall) -> Bool {
    hall.documents.contains { $0.path == near.rightPath } || !hall.documents(of: near.id).isEmpty
  }

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    var targets: Set<String> = []
    for near in context.nearDocuments {
      report.warning(
        path: near.path, zh: "这个文件像是一份记录，但文件名或位置不对，没有读取",
        en:
          "this file looks like a document of the hall, but by its name or its place it is not read",
        hint: isTaken(near, context.hall) || !targets.insert(near.rightPath).inserted
          ? Phrase(
            zh: "「\(near.rightPath)」已经有了：是同一份，就只留一份；不是，就给这份换一个没用过的编号",
            en:
              "'\(near.rightPath)' is there already: keep one of them where they are the same, else"
              + " give this one a number that is free")
          : Phrase(
            zh: "改名为「\(near.rightPath)」，再检查一遍",
            en: "rename it to '\(near.rightPath)', then check again"))
    }
  }
}
