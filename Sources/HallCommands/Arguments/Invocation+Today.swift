import HallModel
import HallSyntax
import HallWords

extension Invocation {
  /// A day to be used as today, in any supported wording: of a future and a past reading, the
  /// nearer one.
  func dayAsToday(_ text: String, _ charter: Charter?) throws(Refusal) -> Day {
    let today = context.world.today(charter)
    let charter =
      charter ?? Charter(document: Document(path: "hall.md", kind: .hall, bytes: []))
    func day(_ sense: DateWords.Sense) throws(DateWords.Fault) -> Day {
      try DateWords(today: today, sense: sense, charter: charter).day(text)
    }
    do throws(DateWords.Fault) {
      let ahead = try day(.bound)
      guard let back = try? day(.done) else { return ahead }
      return today.number - back.number < ahead.number - today.number ? back : ahead
    } catch {
      if let back = try? day(.done) { return back }
      throw .date(text, name: call.name(.asOf), error)
    }
  }
}
