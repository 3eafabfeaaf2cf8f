import HallGit
import HallHistory
import HallMerge
import HallModel
import HallStore
import HallSyntax
import HallWords

/// Which losses may be accepted, and why the others can only be put back.
extension Incoming {
  /// The losses that can be accepted: those in which the text has changed, too.
  ///
  /// A document is never deleted and a signature never removed; and if only the history has lost
  /// something, the text of the document is unchanged.
  func acceptable(in repository: Repository) -> [Loss] {
    guard !losses.isEmpty else { return [] }
    let paths = repository.files(in: theirs).keys.sorted()
    return losses.filter { loss in
      guard !loss.isGone, let path = loss.place.document(among: paths),
        let sent = repository.content(of: path, in: theirs)
      else { return false }
      if loss.fault != nil { return loss.amends(sent) }
      return sent != (try? loss.before.text(after: loss.before.revisions.count))
    }
  }
}

extension HistoryPlace {
  /// The path of its document among some paths; nil if it is not there.
  func document(among paths: [String]) -> String? {
    paths.contains(documentPath)
      ? documentPath : paths.first { $0.hasSuffix(".md") && isDocument($0) }
  }
}

/// Why a loss can only be put back.
enum PutBackOnly {
  case document(HistoryPlace), name, history, unfinished, signature

  /// The kinds that occur in losses.
  static func kinds(_ incoming: Incoming, but acceptable: [Incoming.Loss]) -> [PutBackOnly] {
    let names = Set(acceptable.map(\.place))
    let losses = incoming.losses.filter { !names.contains($0.place) }
    let gone = losses.first { $0.isGone && $0.renamed == nil }.map {
      PutBackOnly.document($0.place)
    }
    let renamed: [PutBackOnly] = losses.contains { $0.renamed != nil } ? [.name] : []
    let histories: [PutBackOnly] = losses.contains { !$0.isGone } ? [.history] : []
    let unfinished: [PutBackOnly] = incoming.unfinished.isEmpty ? [] : [.unfinished]
    return [gone].compactMap(\.self) + renamed + histories + unfinished
      + (incoming.signatures.isEmpty ? [] : [.signature])
  }

  var phrase: Phrase {
    switch self {
    case .document(let place):
      place.name.hasPrefix("Q")
        ? Phrase(
          zh: "文件从不删除，不办的问题用「hall 问题 结案」",
          en: "a document is never deleted; a matter is closed with 'hall matter close'")
        : Phrase(
          zh: "文件从不删除，不开的会用「hall 取消」",
          en: "a document is never deleted; a meeting is called off with 'hall cancel'")
    case .name:
      Phrase(
        zh: "文件名就是编号，改了就认不出是哪一份",
        en: "a document is known by its number in the name of its file")
    case .history:
      Phrase(
        zh: "只动了历史，正文没有变，没有可认可的",
        en: "only the history was changed and not the text: there is nothing to accept")
    case .unfinished:
      Phrase(
        zh: "没合并完的两种写法不是谁的话",
        en: "an unfinished merge cannot be accepted")
    case .signature:
      Phrase(
        zh: "签名只能由签的人重签，不能改掉、拿掉",
        en: "a signature is never changed or removed by others")
    }
  }

  /// All of them as one sentence, in the order of `kinds`.
  static func sentence(_ kinds: [PutBackOnly]) -> Phrase {
    Phrase(
      zh: kinds.map(\.phrase.zh).joined(separator: "；"),
      en: kinds.map(\.phrase.en).joined(separator: "; "))
  }
}
