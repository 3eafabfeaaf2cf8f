import HallChecks
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A document that is edited, as it would be.
struct Draft {
  let path: String
  /// The bytes on the disk; nil for a new document.
  let old: [UInt8]?
  var document: Document
  let why: String
  /// Judges whether a revision of approved minutes adds only figures.
  var figures: FigureJudge?

  /// Files kept out of git have no history: a roster, ballots, and the list of such files.
  var hasHistory: Bool {
    switch document.kind {
    case .hall, .matter, .meeting: true
    case .roster, .ballots, .other: false
    }
  }
  var edit: HallWriter.Edit {
    var edit = HallWriter.Edit(
      path: path, kind: document.kind, old: old, new: document.bytes, why: why)
    edit.figures = figures
    let (path, kind) = (path, document.kind)
    edit.apart = { told, old, new in
      let merge = DocumentMerge(
        base: old, first: told, second: new, path: path, kind: kind, markers: .none)
      return merge.isClean ? merge.bytes : nil
    }
    return edit
  }
}
