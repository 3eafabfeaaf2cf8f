import HallModel
import HallSyntax

/// The problems that a change would cause, as sentences without the lines, which are not written
/// yet. A problem of several votes is reported once, with all of them.
package struct WrongSentences {
  private struct Sentence {
    let problem: Problem
    var votes: [Phrase]
  }

  private var sentences: [Sentence] = []
  /// Whether the votes are named: not if the command is about one of them.
  private let namesVotes: Bool

  /// - Parameter hall: the hall after the change.
  package init(_ problems: [Problem], in hall: Hall, namesVotes: Bool) {
    self.namesVotes = namesVotes
    for problem in problems {
      let vote = WrongSentences.vote(of: problem, in: hall)
      let same = sentences.firstIndex {
        $0.problem.message == problem.message && $0.problem.hint == problem.hint
      }
      guard let same else {
        sentences.append(Sentence(problem: problem, votes: vote.map { [$0] } ?? []))
        continue
      }
      if let vote, !sentences[same].votes.contains(vote) { sentences[same].votes.append(vote) }
    }
  }

  package var phrase: Phrase { Phrase(zh: text(.zh), en: text(.en)) }

  private func text(_ language: Language) -> String {
    let isOne = sentences.count == 1
    let nothing = Phrase(zh: "；什么也没有写", en: "; nothing was written")[language]
    let hint = Phrase.beforeHint[language]
    let lines = sentences.map { sentence in
      let votes = sentence.votes.map { $0[language] }.joined(in: language)
      let lead = votes.isEmpty || !namesVotes ? "" : votes + language.say("：", ": ")
      return VisibleText.line(lead + sentence.problem.message[language]) + (isOne ? nothing : "")
        + (sentence.problem.hint.map { "\n" + hint + VisibleText.line($0[language]) } ?? "")
    }
    guard !isOne else { return lines.joined() }
    return Phrase(
      zh: "这样记有 \(lines.count) 处错，什么也没有写：\n",
      en:
        "the record would be wrong in \(Language.counted(lines.count, "place")); nothing was written:\n"
    )[language]
      + lines.joined(separator: "\n")
  }

  /// The vote that a problem is in, with its item: `议题 1「换管」`.
  private static func vote(of problem: Problem, in hall: Hall) -> Phrase? {
    guard let meeting = hall.meetings.first(where: { $0.document.path == problem.path }) else {
      return nil
    }
    let vote = meeting.votes.first { vote in
      let nodes = meeting.document.nodes[vote.node..<Int(vote.syntax.subtreeEnd)]
      return nodes.contains { $0.range.contains(problem.range.lowerBound) }
    }
    guard let vote else { return nil }
    let item = meeting.place(of: vote).item
    return Phrase(
      zh: (item.map { "议题 \($0)" } ?? "表决") + "「\(vote.title)」",
      en: (item.map { "item \($0) " } ?? "vote ") + "'\(vote.title)'")
  }
}
