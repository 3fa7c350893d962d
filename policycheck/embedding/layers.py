"""Layers of the language model that were tuned here: data files of this package, checked by hash before they load."""

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from policycheck.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor, nn


def packaged_layers(name: str, *, sha256: str, what: str) -> dict[str, "Tensor"]:
    """Return the tensors of a file, at full precision; raises ModelError, naming `what`, where it is another file."""
    content = files(__package__).joinpath(name).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ModelError(
            f"{what} of the language model are not the ones that were checked.",
            remedy="Reinstall policycheck.",
        )
    from safetensors.torch import load  # noqa: PLC0415 - heavy: only when used

    return {key: tensor.float() for key, tensor in load(content).items()}


def put_in(model: "nn.Module", layers: dict[str, "Tensor"], *, what: str) -> None:
    """Put layers in place of a model's own; raises ModelError where it has none of that name."""
    _, unknown = model.load_state_dict(layers, strict=False)
    if unknown:
        raise ModelError(f"{what} do not fit the language model.", remedy="Reinstall policycheck.")
