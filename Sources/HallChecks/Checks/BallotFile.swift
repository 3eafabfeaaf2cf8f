import HallModel
import HallSyntax

/// The ballot file's digest differs from the one written in the minutes.
package enum BallotFile: Check {
  package static let id = "ballot-file"
  package static let about = Phrase(
    zh: "票册文件与记录里写的 SHA-256 摘要不符：文件在记下摘要以后改动过。票册不在这里时不查。",
    en: "The ballot file does not have the SHA-256 digest the minutes wrote down: it was changed"
      + " since. A file that is not here is no problem.")

  package static func check(tally: Tally, _ context: CheckContext, _ report: inout Report) {
    let vote = tally.vote
    guard let reference = vote.ballotReference, let digest = reference.digest,
      let file = context.ballotBook(of: vote), file.digest != digest,
      let field = vote.document.fieldNode(.ballots, of: vote.node)
    else { return }
    report.error(
      vote.document, vote.document.nodes[field].value,
      zh: "票册「\(reference.path)」的摘要是 \(file.digest.prefix(12))…，与写下的 \(digest.prefix(12))… 不符",
      en: "'\(reference.path)' has the digest \(file.digest.prefix(12))…,"
        + " not the written \(digest.prefix(12))…",
      hint: Phrase(
        zh: "找回原来的票册；若改动是对的，写上新的摘要：sha256:\(file.digest)",
        en: "bring the file back; if the change was right, write sha256:\(file.digest)"))
  }
}
