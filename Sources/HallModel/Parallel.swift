import Dispatch
import Synchronization

/// Work spread over all cores.
package enum Parallel {
  /// Computes an answer for every index, in order of the indices, on all cores at once.
  ///
  /// - Parameter size: how many answers are computed in one batch: many if each is quick, so that
  ///   shared state is rarely touched; few if each takes long, so that no core idles at the end.
  package static func map<Answer: Sendable>(
    count: Int, inChunksOf size: Int = 64, _ answer: @escaping @Sendable (Int) -> Answer
  ) -> [Answer] {
    let chunks = (count + size - 1) / size
    guard chunks > 1 else { return (0..<count).map(answer) }
    let parts = Mutex<[Int: [Answer]]>([:])
    DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
      let part = (chunk * size..<min(count, (chunk + 1) * size)).map(answer)
      parts.withLock { $0[chunk] = part }
    }
    return parts.withLock { parts in
      var answers: [Answer] = []
      answers.reserveCapacity(count)
      for chunk in 0..<chunks { answers += parts[chunk] ?? [] }
      return answers
    }
  }
}
