#!/usr/bin/python3
"""Fine-tunes the sentence encoder on the questions of knowledge/ and of people, and writes it as int8 ONNX.

usage: train.py TEXTS.jsonl BASE.onnx OUT.onnx [--steps N] [--seed N] [--hold-out FILE.md ...] [--hold-writer NAME ...]

TEXTS is what TrainingTexts writes: passages with their units, and questions with the headings that answer them, as word
pieces. Passages of articles held out, and every question about them, are not trained on. What is printed at the end is
measured on the sets named measure:… and on what is held out; nothing is tuned on it here.
"""
import argparse
import collections
import json
import math
import random
import time
import zlib

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch.nn import functional

HEADS, DIMENSIONS, LAYERS = 8, 512, 4
NAMES = ["query", "key", "value", "output", "intermediate", "out"]
TEMPERATURE = 0.04
# what a question asks of the rollout tables: a verdict on a permit, a list of permits, or neither
INTENTS = ["verdict", "list", "other"]
OUTCOMES = {"listed": 0, "not-listed": 0, "list": 1, "section": 2, "out-of-scope": 2}
SHARPNESS = 10
# what is learned from nothing learns faster than what was trained before
HEADS_RATE = 2e-3


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("texts")
    parser.add_argument("base")
    parser.add_argument("out")
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--hold-out", nargs="*", default=[])
    parser.add_argument("--hold-writer", nargs="*", default=[])
    parser.add_argument("--hold-known", type=int, default=0, help="leaves out every so many-th known question")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save", help="also keeps the weights as they are")
    parser.add_argument("--report", type=int, default=100)
    return parser.parse_args()


# ---------------------------------------------------------------------------------------------------------- the model

def linear_weights(graph):
    """The names of the quantised matrices, in the order in which the layers use them."""
    order = [n.input[1] for n in graph.node if n.op_type == "MatMulInteger"]
    return [name[:-len("_quantized")] for name in order]


class Encoder(torch.nn.Module):
    """BERT of four layers over word pieces; the vector of a text is that of its first piece, of length 1."""

    def __init__(self, model):
        super().__init__()
        tensors = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}

        def embedding(name):
            scale, zero = tensors[name + "_scale"], tensors[name + "_zero_point"]
            return torch.tensor((tensors[name + "_quantized"].astype("f4") - float(zero)) * float(scale))

        self.words = embedding("embeddings.word_embeddings.weight")
        self.positions = embedding("embeddings.position_embeddings.weight")
        self.types = embedding("embeddings.token_type_embeddings.weight")[0]
        self.matrices = linear_weights(model.graph)
        assert len(self.matrices) == LAYERS * len(NAMES), self.matrices
        parameters = {}
        for at, name in enumerate(self.matrices):
            scale, zero = tensors[name + "_scale"], tensors[name + "_zero_point"]
            weight = (tensors[name + "_quantized"].astype("f4") - zero.astype("f4")) * scale
            parameters[key(at, "weight")] = torch.tensor(weight)
        for name, value in tensors.items():
            if name.endswith((".bias", "LayerNorm.weight")):
                parameters[name.replace(".", "/")] = torch.tensor(value)
        self.parameters_ = torch.nn.ParameterDict({k: torch.nn.Parameter(v) for k, v in parameters.items()})
        self.null = torch.nn.Parameter(torch.tensor(0.5))
        self.intent = torch.nn.Parameter(torch.zeros(DIMENSIONS, len(INTENTS)))
        self.intent_bias = torch.nn.Parameter(torch.zeros(len(INTENTS)))

    def intents(self, vectors):
        """The log odds of what vectors of questions ask for."""
        return SHARPNESS * vectors @ self.intent + self.intent_bias

    def get(self, layer, part):
        return self.parameters_[f"encoder/layer/{layer}/{part}"]

    def linear(self, x, layer, part, bias):
        """In bfloat16, which processors multiply many times as fast."""
        weight = self.parameters_[key(layer * len(NAMES) + NAMES.index(part), "weight")]
        y = torch.matmul(x.to(torch.bfloat16), weight.to(torch.bfloat16)).float()
        return y + self.get(layer, bias)

    def norm(self, x, name):
        return functional.layer_norm(x, (DIMENSIONS,), self.parameters_[name + "/weight"],
                                     self.parameters_[name + "/bias"], 1e-12)

    def forward(self, ids, mask):
        n, length = ids.shape
        x = self.norm(self.words[ids] + self.positions[:length] + self.types, "embeddings/LayerNorm")
        hidden = (1.0 - mask.float())[:, None, None, :] * -10000.0

        def split(y):
            return y.view(n, length, HEADS, -1).transpose(1, 2).to(torch.bfloat16)

        for layer in range(LAYERS):
            q = split(self.linear(x, layer, "query", "attention/self/query/bias"))
            k = split(self.linear(x, layer, "key", "attention/self/key/bias"))
            v = split(self.linear(x, layer, "value", "attention/self/value/bias"))
            scores = torch.matmul(q, k.transpose(-1, -2)).float() / math.sqrt(DIMENSIONS // HEADS)
            weights = torch.softmax(scores + hidden, -1).to(torch.bfloat16)
            context = torch.matmul(weights, v).float().transpose(1, 2).reshape(n, length, DIMENSIONS)
            x = self.norm(x + self.linear(context, layer, "output", "attention/output/dense/bias"),
                          f"encoder/layer/{layer}/attention/output/LayerNorm")
            inner = functional.gelu(
                self.linear(x, layer, "intermediate", "intermediate/dense/bias").to(torch.bfloat16))
            x = self.norm(x + self.linear(inner, layer, "out", "output/dense/bias"),
                          f"encoder/layer/{layer}/output/LayerNorm")
        return functional.normalize(x[:, 0], dim=-1)


def key(at, part):
    return f"matrix/{at}/{part}"


def padded(texts):
    length = max(map(len, texts))
    ids = torch.zeros(len(texts), length, dtype=torch.long)
    mask = torch.zeros(len(texts), length, dtype=torch.bool)
    for row, text in enumerate(texts):
        ids[row, :len(text)] = torch.tensor(text)
        mask[row, :len(text)] = True
    return ids, mask


def encode(model, texts):
    """Vectors of texts, those of like length together, in their order."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    parts = [order[i:i + 64] for i in range(0, len(order), 64)]
    vectors = torch.cat([model(*padded([texts[i] for i in part])) for part in parts])
    places = torch.empty(len(order), dtype=torch.long)
    places[torch.tensor([i for part in parts for i in part])] = torch.arange(len(order))
    return vectors[places]


def write(model, base, out):
    """The base file with the trained weights in it, each column scaled to int8, symmetric."""
    new = {}
    with torch.no_grad():
        for at, name in enumerate(model.matrices):
            weight = model.parameters_[key(at, "weight")].numpy()
            scale = numpy.maximum(numpy.abs(weight).max(0), 1e-8).astype("f4") / 127
            new[name + "_scale"] = scale
            new[name + "_zero_point"] = numpy.zeros(scale.shape, "i1")
            new[name + "_quantized"] = numpy.clip(numpy.rint(weight / scale), -127, 127).astype("i1")
        for name, value in model.parameters_.items():
            if not name.startswith("matrix/"):
                new[name.replace("/", ".")] = value.numpy()
    for initializer in base.graph.initializer:
        if initializer.name in new:
            initializer.CopyFrom(numpy_helper.from_array(new[initializer.name], initializer.name))
    onnx.save(base, out)


# ----------------------------------------------------------------------------------------------------------- the data

class Texts:
    """Passages and questions, those to train on apart from those that measure."""

    def __init__(self, file, hold_out, hold_writer, hold_known=0):
        with open(file, encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        self.passages = [row for row in rows if "passage" in row]
        by_heading = collections.defaultdict(list)
        for number, passage in enumerate(self.passages):
            by_heading[passage["heading"]].append(number)
        self.held = {n for n, p in enumerate(self.passages) if p["file"] in hold_out}
        self.none, self.table, self.measures = [], {0: [], 1: []}, collections.defaultdict(list)
        self.by_passage = collections.defaultdict(lambda: {"people": [], "written": []})
        for row in rows:
            if "passage" in row:
                continue
            gold = sorted({n for heading in row["headings"] for n in by_heading[heading]})
            people = row["set"] not in ("phrasings", "known")
            question = {"ids": row["ids"], "gold": gold, "people": people}
            if row["set"].startswith("measure:"):
                self.measures[row["set"][8:]].append(question | {"outcome": row["outcome"]})
            elif row["set"] == "known" and hold_known and zlib.crc32(row["id"].encode()) % hold_known == 0:
                self.measures["held known"].append(question | {"outcome": row["outcome"]})
            elif row["set"] in hold_writer or (row["outcome"] == "section" and self.held.intersection(gold)):
                name = "held writer" if row["set"] in hold_writer else "held articles"
                self.measures[name].append(question | {"outcome": row["outcome"]})
            elif row["outcome"] == "section" and gold:
                for passage in gold:
                    self.by_passage[passage]["people" if people else "written"].append(question)
            elif row["outcome"] == "out-of-scope":
                self.none.append(question)
            elif row["outcome"] != "section" and hold_out and row["ids"][-2] % 4 == 0:
                self.measures["held table questions"].append(question | {"outcome": row["outcome"]})
            elif row["outcome"] != "section":
                self.table[OUTCOMES[row["outcome"]]].append(question)
        self.none_people = [q for q in self.none if q["people"]]
        self.none_written = [q for q in self.none if not q["people"]]
        self.taught = [n for n in range(len(self.passages)) if n in self.by_passage]
        self.by_file = collections.defaultdict(list)
        for number in self.taught:
            self.by_file[self.passages[number]["file"]].append(number)

    def question_of(self, passage, chance):
        kinds = self.by_passage[passage]
        people = kinds["people"] and (not kinds["written"] or chance.random() < 0.4)
        return chance.choice(kinds["people" if people else "written"])

    def batch(self, chance, near):
        chosen = []
        while len(chosen) < 25:
            if near is not None and chance.random() < 0.5:
                seed = chance.choice(self.taught)
                group = [seed] + chance.sample(near[seed], 4)
            else:
                sections = self.by_file[chance.choice(list(self.by_file))]
                group = chance.sample(sections, min(5, len(sections)))
            chosen += [n for n in group if n not in chosen]
        chosen = chosen[:25]
        questions, seen = [], set()
        for passage in chosen:
            for _ in range(3):
                question = self.question_of(passage, chance)
                if id(question) not in seen:
                    seen.add(id(question))
                    questions.append(question)
        people = chance.sample(self.none_people, min(9, len(self.none_people)))
        nothing = people + chance.sample(self.none_written, 18 - len(people))
        units, owner = [], []
        for at, passage in enumerate(chosen):
            own = self.passages[passage]["units"]
            for unit in [own[0]] + chance.sample(own[1:], min(2, len(own) - 1)):
                units.append(unit)
                owner.append(at)
        table = chance.sample(self.table[0], 12) + chance.sample(self.table[1], 4)
        return chosen, questions, nothing, units, torch.tensor(owner), table


# ----------------------------------------------------------------------------------------------------------- training

def loss_of(model, texts, batch):
    chosen, questions, nothing, units, owner, table = batch
    asked = encode(model, [x["ids"] for x in questions + nothing + table])
    intents = torch.tensor([2] * len(questions + nothing) + [0] * 12 + [1] * 4)
    intent = functional.cross_entropy(model.intents(asked), intents)
    q = asked[:len(questions) + len(nothing)]
    u = encode(model, units)
    logits = q @ u.T / TEMPERATURE
    passages = torch.full((len(q), len(chosen)), -1e9)
    for at in range(len(chosen)):
        passages[:, at] = torch.logsumexp(logits[:, owner == at], 1)
    good = torch.zeros(len(questions), len(chosen), dtype=torch.bool)
    for row, question in enumerate(questions):
        for at, passage in enumerate(chosen):
            good[row, at] = passage in question["gold"]
    known = passages[:len(questions)]
    right = torch.logsumexp(known.masked_fill(~good, -1e9), 1)
    loss = (torch.logsumexp(known, 1) - right).mean()
    null = (model.null / TEMPERATURE).expand(len(q), 1)
    with_null = torch.logsumexp(torch.cat([passages, null], 1), 1)
    refuse = (with_null[len(questions):] - null[len(questions):, 0]).mean()
    answer = (with_null[:len(questions)] - right).mean()
    loss = loss + 0.5 * (0.5 * refuse + 0.5 * answer)
    back = known.T
    loss = loss + 0.3 * (torch.logsumexp(back, 1) - torch.logsumexp(back.masked_fill(~good.T, -1e9), 1)).mean()
    like = q[:len(questions)] @ q.T / TEMPERATURE
    like = like - torch.eye(len(questions), len(q)) * 1e9
    same = (good.float() @ good.float().T) > 0
    same.fill_diagonal_(False)
    has = same.any(1)
    same = torch.cat([same, torch.zeros(len(questions), len(nothing), dtype=torch.bool)], 1)
    alike = torch.logsumexp(like, 1) - torch.logsumexp(like.masked_fill(~same, -1e9), 1)
    return loss + 0.5 * alike[has].mean() + 0.5 * intent


def vectors_of(model, texts):
    with torch.no_grad():
        units = encode(model, [u for p in texts.passages for u in p["units"]])
    owner = torch.tensor([n for n, p in enumerate(texts.passages) for _ in p["units"]])
    return units, owner


def neighbours(model, texts):
    """For each passage taught the twelve whose headings are nearest."""
    with torch.no_grad():
        heads = encode(model, [texts.passages[n]["units"][0] for n in texts.taught])
    like = heads @ heads.T - 2 * torch.eye(len(heads))
    return {n: [texts.taught[m] for m in like[at].topk(12).indices.tolist()] for at, n in enumerate(texts.taught)}


def measure(model, texts, out=print):
    units, owner = vectors_of(model, texts)
    for name, every in sorted(texts.measures.items()):
        with torch.no_grad():
            guessed = model.intents(encode(model, [q["ids"] for q in every])).argmax(1).tolist()
        right = sum(OUTCOMES[q["outcome"]] == g for q, g in zip(every, guessed))
        out(f"{name:36s} intents right {right} of {len(every)}")
        questions = [q for q in every if (q["outcome"] == "section" and q["gold"]) or q["outcome"] == "out-of-scope"]
        if not questions:
            continue
        with torch.no_grad():
            vectors = encode(model, [q["ids"] for q in questions])
        cosines = vectors @ units.T
        scores = torch.full((len(questions), len(texts.passages)), -1.0)
        scores.scatter_reduce_(1, owner.expand(len(questions), -1), cosines, "amax")
        best = scores.max(1).values
        asked = [i for i, q in enumerate(questions) if q["outcome"] == "section"]
        order = scores.argsort(1, descending=True)
        ranks = [next(r for r, n in enumerate(order[i].tolist()) if n in questions[i]["gold"]) for i in asked]
        none = [i for i, q in enumerate(questions) if q["outcome"] != "section"]
        line = f"{name:36s} {len(asked):4d} asked"
        if asked:
            line += "  first {:.1%}  of three {:.1%}  of ten {:.1%}".format(
                *(sum(r < k for r in ranks) / len(ranks) for k in (1, 3, 10)))
        if asked and none:
            pairs = best[asked][:, None] - best[none][None, :]
            line += f"  refusal AUC {((pairs > 0).float() + 0.5 * (pairs == 0).float()).mean():.3f} ({len(none)} none)"
        out(line)


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    texts = Texts(options.texts, options.hold_out, options.hold_writer, options.hold_known)
    base = onnx.load(options.base)
    model = Encoder(base)
    print(f"{len(texts.taught)} passages taught, {sum(map(len, (q for k in texts.by_passage.values() for q in k.values())))}"
          f" questions on them, {len(texts.none)} that nothing answers ({len(texts.none_people)} of people)", flush=True)
    measure(model, texts)
    heads = [model.null, model.intent, model.intent_bias]
    inner = list(model.parameters_.values())
    groups = [{"params": [p for p in inner if p.dim() > 1], "weight_decay": 0.01, "rate": options.rate},
              {"params": [p for p in inner if p.dim() <= 1], "weight_decay": 0.0, "rate": options.rate},
              {"params": heads, "weight_decay": 0.0, "rate": HEADS_RATE}]
    optimiser = torch.optim.AdamW(groups, lr=options.rate, betas=(0.9, 0.98))
    warm = 20
    near, total, start = None, 0.0, time.process_time()
    for step in range(options.steps):
        if step % 150 == 0 and step:
            near = neighbours(model, texts)
        share = (step + 1) / warm if step < warm else (options.steps - step) / (options.steps - warm)
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * share
        loss = loss_of(model, texts, texts.batch(chance, near))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        total += loss.item()
        if (step + 1) % options.report == 0:
            print(f"step {step + 1}  loss {total / options.report:.3f}  null {model.null.item():.3f}"
                  f"  {(time.process_time() - start) / 60:.1f} CPU min", flush=True)
            total = 0.0
    measure(model, texts)
    write(model, base, options.out)
    if options.save:
        torch.save(model.state_dict(), options.save)
    with open(options.out.replace(".onnx", "-intents.json"), "w", encoding="utf-8") as out:
        rows = (SHARPNESS * model.intent.detach().T).tolist()
        json.dump({name: {"bias": round(bias, 5), "weights": [round(w, 5) for w in row]}
                   for name, bias, row in zip(INTENTS, model.intent_bias.tolist(), rows)}, out)


if __name__ == "__main__":
    main()
