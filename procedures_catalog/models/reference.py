"""Reference lists that procedures choose from: sectors of administration and kinds of applicant."""

from django.db import models
from wagtail.models import RevisionMixin
from wagtail.search import index

from vietnamese.slug import slug


class _Named(index.Indexed, RevisionMixin, models.Model):
    """A name in a list; its slug stands in addresses and never changes by itself. What is saved is read at once, for a
    name that rows refer to cannot be half published: so each former one is kept, to go back to it in one step."""

    name = models.CharField("tên", max_length=500, unique=True)
    slug = models.SlugField("đường dẫn", max_length=100, unique=True, blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Gives a new name its slug."""
        self.slug = self.slug or self.free_slug(self.name)
        super().save(*args, **kwargs)

    @classmethod
    def free_slug(cls, name: str) -> str:
        """A slug for a name that no other name of the list has."""
        wanted = slug(name, max_length=90)
        taken = set(cls.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
        candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
        return next(candidate for candidate in candidates if candidate not in taken)


class Sector(_Named):
    """A sector of administration ("lĩnh vực"): Hộ tịch, Đất đai … The national list has 283, commas inside names."""

    class Meta(_Named.Meta):
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"


class ApplicantKind(_Named):
    """Who may ask for a procedure ("đối tượng thực hiện")."""

    class Meta(_Named.Meta):
        verbose_name = "đối tượng thực hiện"
        verbose_name_plural = "đối tượng thực hiện"
